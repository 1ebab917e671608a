import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from '../unreadable.ts'

/** The parts of an Office package, inflated one at a time and only when asked for. */
export interface ZipPackage {
  /** Part names without a leading slash, in lower case: part names are compared without regard to case. */
  names: string[]
  has(name: string): boolean
  /** The part's bytes. Throws `Unreadable` where it is missing, damaged, encrypted or not what the directory declares. */
  read(name: string): Uint8Array
}

interface Entry {
  offset: number
  method: number
  encrypted: boolean
  crc: number
  compressed: number
  size: number
}

const megabyte = 1024 * 1024
/** 200,000 rows of 20 columns are about 210 MB of XML. */
const maxTotal = 300 * megabyte
const maxEntries = 20_000
/** Deflate reaches 1,032:1 on nothing but repetition; the most repetitive real sheets stay below 150:1. */
const maxRatio = 300
const ratioMattersFrom = 8 * megabyte

/**
 * Opens a zip by its central directory. The sizes declared there are checked before a byte is inflated, and inflating stops
 * at the declared size, so that neither an honest nor a lying bomb costs memory.
 */
export function openZip(bytes: Uint8Array): ZipPackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = damagedOnRangeError(() => readDirectory(view, bytes))
  guard(entries)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw new Unreadable('damaged')
      return damagedOnRangeError(() => inflate(view, bytes, entry))
    },
  }
}

function guard(entries: Map<string, Entry>): void {
  const parts = [...entries.values()]
  const total = parts.reduce((sum, { size }) => sum + size, 0)
  if (total > maxTotal) throw new Unreadable('tooLarge')
  const swollen = parts.some(({ size, compressed }) => size > ratioMattersFrom && size > compressed * maxRatio)
  if (swollen) throw new Unreadable('unsafe')
}

function readDirectory(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const { start, count } = findDirectory(view)
  if (count > maxEntries) throw new Unreadable('unsafe')
  const entries = new Map<string, Entry>()
  let at = start
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Unreadable('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(), {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes(view, at, at + 46 + nameLength, extraLength),
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

const utf8 = new TextDecoder()
const inZip64 = 0xffff_ffff

/** Sizes and offset of a directory entry; those that say 0xFFFFFFFF stand in its zip64 field, in this order. */
function sizes(view: DataView, at: number, extra: number, extraLength: number) {
  const found = {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    for (const key of ['size', 'compressed', 'offset'] as const) {
      if (found[key] !== inZip64) continue
      found[key] = Number(view.getBigUint64(value, true))
      value += 8
    }
  }
  return found
}

function findDirectory(view: DataView): { start: number; count: number } {
  const end = view.byteLength
  for (let at = end - 22; at >= Math.max(0, end - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const start = view.getUint32(at + 16, true)
    if (start !== inZip64) return { start, count: view.getUint16(at + 10, true) }
    if (view.getUint32(at - 20, true) !== 0x07064b50) throw new Unreadable('damaged')
    const wide = Number(view.getBigUint64(at - 12, true))
    return { start: Number(view.getBigUint64(wide + 48, true)), count: Number(view.getBigUint64(wide + 32, true)) }
  }
  throw new Unreadable('damaged')
}

function inflate(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.encrypted) throw new Unreadable('encrypted')
  if (view.getUint32(entry.offset, true) !== 0x04034b50) throw new Unreadable('damaged')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.compressed > bytes.length) throw new Unreadable('damaged')
  const data = bytes.subarray(start, start + entry.compressed)
  const content = entry.method === 0 ? data : inflateDeflated(data, entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new Unreadable('damaged')
  return content
}

function inflateDeflated(data: Uint8Array, entry: Entry): Uint8Array {
  if (entry.method !== 8) throw new Unreadable('damaged')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(entry.size, 1), chunkSize: outputChunk(entry.size) })
  } catch (error) {
    const lies = error instanceof RangeError
    throw new Unreadable(lies ? 'unsafe' : 'damaged', error)
  }
}

/** One buffer for the whole part where it is small, so that nothing is copied twice. */
const outputChunk = (size: number): number => Math.min(Math.max(size, 64), 8 * megabyte)

/** DataView throws RangeError past the end: for a zip that is a file cut off, not a bug. */
function damagedOnRangeError<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('damaged', error)
    throw error
  }
}
