import type { SheetCell } from '#shared/imports/sheet.ts'
import { scanXml } from '../package/xml.ts'
import { decodeCellText, textCell } from './cellText.ts'

/** The workbook's shared strings as cells, made once however many cells show them. Rich text is joined, phonetic text dropped. */
export function readSharedStrings(xml: Uint8Array): (SheetCell | null)[] {
  const cells: (SheetCell | null)[] = []
  let text = ''
  let capturing = false
  let phonetic = false
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') capturing = !phonetic
    },
    text(part) {
      if (capturing) text += part
    },
    close(name) {
      if (name === 't') capturing = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') cells.push(textCell(decodeCellText(text)))
    },
  })
  return cells
}
