/** Texts as numbers, so that text columns are compared and looked up as fast as others. The same text, the same code. */
export class Texts {
  readonly #codes = new Map<string, number>()
  readonly #texts: string[] = []

  code(text: string): number {
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    this.#codes.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  text(code: number): string {
    return this.#texts[code]!
  }
}
