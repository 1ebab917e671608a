import { scanXml } from '../package/xml.ts'
import { classifyFormat, type NumberFormat } from './numberFormat.ts'

/** The number format of each cell style, by the index that cells carry in `s`. */
export function readCellFormats(xml: Uint8Array): NumberFormat[] {
  const codes = new Map<number, string>()
  const formatIds: number[] = []
  let inCellFormats = false
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) formatIds.push(Number(attributes['numFmtId'] ?? 0))
      // Differential formats (of conditional formatting) repeat numbers that mean something else: first one counts.
      else if (name === 'numFmt' && !codes.has(Number(attributes['numFmtId']))) {
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  const formats = new Map<number, NumberFormat>()
  return formatIds.map((id) => {
    const format = formats.get(id) ?? classifyFormat(id, codes.get(id))
    formats.set(id, format)
    return format
  })
}
