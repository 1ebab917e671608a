import type { ZipParts } from './zipParts.ts'

const encoder = new TextEncoder()

export function setPart(parts: ZipParts, name: string, xml: string): void {
  parts.set(name, encoder.encode(xml))
}

/** Puts XML before the last place a marker stands in a part, without turning a large sheet into a string. */
export function insertBefore(parts: ZipParts, name: string, marker: string, xml: string): void {
  const { bytes, at } = find(parts, name, marker)
  parts.set(name, Buffer.concat([bytes.subarray(0, at), Buffer.from(xml), bytes.subarray(at)]))
}

/** Puts XML behind the last place a marker stands in a part. */
export function insertAfter(parts: ZipParts, name: string, marker: string, xml: string): void {
  const { bytes, at } = find(parts, name, marker)
  const end = at + Buffer.byteLength(marker)
  parts.set(name, Buffer.concat([bytes.subarray(0, end), Buffer.from(xml), bytes.subarray(end)]))
}

function find(parts: ZipParts, name: string, marker: string): { bytes: Buffer; at: number } {
  const part = parts.get(name)
  const bytes = part && Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  const at = bytes?.lastIndexOf(marker) ?? -1
  if (!bytes || at < 0) throw new Error(`The part ${name} has no ${marker}`)
  return { bytes, at }
}
