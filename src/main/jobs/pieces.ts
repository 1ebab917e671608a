/** A part of a list of a large answer, to be put where it came from. */
export interface Piece {
  key: string
  items: unknown[]
}

/** Taking over so many rows of an import takes some milliseconds. */
const pieceLength = 500

/** Takes long lists out of an answer, so that it can be handed over piece by piece. */
export function takeApart(answer: object): { rest: Record<string, unknown>; pieces: Piece[] } {
  const rest: Record<string, unknown> = { ...answer }
  const pieces: Piece[] = []
  for (const [key, list] of Object.entries(rest)) {
    if (!Array.isArray(list) || list.length <= pieceLength) continue
    rest[key] = []
    for (let start = 0; start < list.length; start += pieceLength)
      pieces.push({ key, items: list.slice(start, start + pieceLength) })
  }
  return { rest, pieces }
}

/** Puts a piece at the end of its list. The pieces come in their order. */
export function putBack(rest: Record<string, unknown>, { key, items }: Piece): void {
  ;(rest[key] as unknown[]).push(...items)
}
