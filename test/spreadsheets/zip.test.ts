import { describe, expect, it } from 'vitest'
import { openZip } from '#main/spreadsheets/package/zip.ts'
import { zipFile } from './zipFile.ts'

const parts = [
  { name: 'xl/Sheet A.xml', content: 'first' },
  { name: '\\docProps\\app.xml', content: 'second' },
]
const read = (bytes: Uint8Array, name: string): string => Buffer.from(openZip(bytes).read(name)).toString()

describe('a zip package', () => {
  it('finds parts without regard to case, leading slash and the kind of slash', () => {
    expect(read(zipFile(parts), 'XL/sheet a.xml')).toBe('first')
    expect(read(zipFile(parts), 'docProps/app.xml')).toBe('second')
    expect(openZip(zipFile(parts)).has('xl/missing.xml')).toBe(false)
  })

  it('may end in a comment', () => {
    const bytes = Buffer.concat([zipFile(parts), Buffer.from('a comment')])
    expect(read(bytes, 'xl/sheet a.xml')).toBe('first')
  })

  it('may be zip64, with its sizes and offsets in the wide fields', () => {
    expect(read(asZip64(zipFile([parts[0]!])), 'xl/sheet a.xml')).toBe('first')
  })
})

/** Moves the sizes and offset of the only entry, and the directory's place, to their zip64 fields. */
function asZip64(zip: Uint8Array): Buffer {
  const plain = Buffer.from(zip)
  const end = plain.length - 22
  const start = plain.readUInt32LE(end + 16)
  const entry = Buffer.from(plain.subarray(start, end))
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  for (const [field, at] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(at)), 4 + field * 8)
    entry.writeUInt32LE(0xffff_ffff, at)
  }
  entry.writeUInt16LE(extra.length, 30)
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(1n, 32)
  record.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + entry.length + extra.length), 8)
  const tail = Buffer.from(plain.subarray(end))
  tail.writeUInt32LE(0xffff_ffff, 16)
  return Buffer.concat([plain.subarray(0, start), entry, extra, record, locator, tail])
}
