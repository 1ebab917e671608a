import type { TableData } from '#shared/calculation/table.ts'
import type { CellValue } from '#shared/calculation/units.ts'

/** Collects the rows of a table column by column, which is how it is calculated. */
export class Rows<N extends string> {
  readonly #ids: string[] = []
  readonly #kinds: string[] = []
  readonly #names: readonly N[]
  readonly #inputs: CellValue[][]

  constructor(names: readonly N[]) {
    this.#names = names
    this.#inputs = names.map(() => [])
  }

  /** A value for each name, in their order. */
  add(id: string, kind: string, values: readonly CellValue[]): void {
    this.#ids.push(id)
    this.#kinds.push(kind)
    for (let index = 0; index < this.#inputs.length; index += 1) this.#inputs[index]!.push(values[index]!)
  }

  data(): TableData {
    return {
      ids: this.#ids,
      kinds: this.#kinds,
      inputs: Object.fromEntries(this.#names.map((name, index) => [name, this.#inputs[index]!])),
    }
  }
}
