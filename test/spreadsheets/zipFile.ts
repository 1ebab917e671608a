import { crc32, deflateRawSync } from 'node:zlib'

interface ZipPart {
  name: string
  content: string | Buffer
  /** What the directory says of the size, where it lies. */
  declaredSize?: number
}

/** Makes a zip by hand, so that a test can make a bad one. */
export function zipFile(parts: ZipPart[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declaredSize } of parts) {
    const data = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(content), 16)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(declaredSize ?? Buffer.byteLength(content), 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    const body = Buffer.concat([local, Buffer.from(name), data])
    bodies.push(body)
    directory.push(entry, Buffer.from(name))
    offset += body.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, entries, end])
}

const rels = (type: string, target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="x/${type}" Target="${target}"/></Relationships>`

/** The least package around one worksheet. */
export function workbookOf(sheet: string): Uint8Array {
  return zipFile([
    { name: '_rels/.rels', content: rels('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/_rels/workbook.xml.rels', content: rels('worksheet', 'sheet.xml') },
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>' },
    { name: 'xl/sheet.xml', content: sheet },
  ])
}
