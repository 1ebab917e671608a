import type { MergedRange, SheetCell, SheetRow } from '#shared/imports/sheet.ts'
import { isTrue, prefixedAttribute, scanXml, type XmlAttributes } from '../package/xml.ts'
import { columnOf, parseRange } from './address.ts'
import { decodeCellText, textCell } from './cellText.ts'
import { isoDateCell, numberCell, type NumberFormat } from './numberFormat.ts'

/** What the cells of a sheet refer to elsewhere in the workbook. */
export interface WorkbookContext {
  sharedStrings: readonly (SheetCell | null)[]
  formats: readonly NumberFormat[]
  date1904: boolean
}

/** A worksheet part as it stands in the file: nothing merged, linked or left out yet but what shows nothing. */
export interface RawWorksheet {
  rows: SheetRow[]
  merges: MergedRange[]
  links: { range: MergedRange; relationshipId: string | undefined }[]
  hiddenColumnRanges: { first: number; last: number }[]
  hasAutoFilter: boolean
  filterSet: boolean
  truncatedRows: boolean
  truncatedColumns: boolean
}

export const maxColumns = 512
export const maxRows = 300_000
const lastRowNumber = 1_048_576
const plain: NumberFormat = { kind: 'plain' }

/**
 * Reads a worksheet part in one pass. Rows and cells without an address follow the one before. The declared dimension, data
 * validations and conditional formats are not read: they may claim a million rows.
 */
export function readWorksheet(xml: Uint8Array, context: WorkbookContext): RawWorksheet {
  const sheet: RawWorksheet = {
    rows: [],
    merges: [],
    links: [],
    hiddenColumnRanges: [],
    hasAutoFilter: false,
    filterSet: false,
    truncatedRows: false,
    truncatedColumns: false,
  }
  let inData = false
  let row: SheetRow = { number: 0, hidden: false, cells: [] }
  let column = -1
  let cell: CellSource | null = null
  let target: 'value' | 'formula' | 'inline' | null = null
  let phonetic = false
  let inFilter = false

  function openInData(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'c':
        column = attributes['r'] === undefined ? column + 1 : Math.max(columnOf(attributes['r']), 0)
        cell = { type: attributes['t'], style: attributes['s'], value: null, formula: null, inline: null }
        break
      case 'v':
        if (cell) cell.value ??= ''
        target = 'value'
        break
      case 'f':
        if (cell) cell.formula ??= ''
        target = 'formula'
        break
      case 't':
        if (phonetic) break
        if (cell) cell.inline ??= ''
        target = 'inline'
        break
      case 'rPh':
        phonetic = true
        break
      case 'row':
        row = {
          number: attributes['r'] === undefined ? row.number + 1 : Number(attributes['r']),
          hidden: isTrue(attributes['hidden']),
          cells: [],
        }
        column = -1
        break
    }
  }

  function closeInData(name: string): void {
    switch (name) {
      case 'c': {
        const shown = cell && readCell(cell, context)
        cell = null
        if (!shown) break
        if (column >= maxColumns) {
          sheet.truncatedColumns = true
          break
        }
        while (row.cells.length < column) row.cells.push(null)
        row.cells[column] = shown
        break
      }
      case 'v':
      case 'f':
      case 't':
        target = null
        break
      case 'rPh':
        phonetic = false
        break
      case 'row':
        if (row.cells.length === 0 || !(row.number >= 1 && row.number <= lastRowNumber)) break
        if (sheet.rows.length < maxRows) sheet.rows.push(row)
        else sheet.truncatedRows = true
        break
      case 'sheetData':
        inData = false
        break
    }
  }

  scanXml(xml, {
    open(name, attributes) {
      if (inData) openInData(name, attributes)
      else if (name === 'sheetData') inData = true
      else if (name === 'autoFilter') inFilter = sheet.hasAutoFilter = true
      // exceljs and others list every column of a filter; only one with criteria inside hides rows.
      else if (inFilter && name !== 'filterColumn' && name !== 'extLst') sheet.filterSet = true
      else openOutsideData(sheet, name, attributes)
    },
    text(text) {
      if (target === null || cell === null) return
      if (target === 'value') cell.value += text
      else if (target === 'inline') cell.inline += text
      else cell.formula += text
    },
    close(name) {
      if (inData) closeInData(name)
      else if (name === 'autoFilter') inFilter = false
    },
  })
  if (sheet.rows.some((row, i) => i > 0 && row.number < sheet.rows[i - 1]!.number)) {
    sheet.rows.sort((a, b) => a.number - b.number)
  }
  numberOnce(sheet.rows)
  return sheet
}

/** Rows are told apart by their number. Only a damaged file has one twice: the second follows the first. */
function numberOnce(rows: SheetRow[]): void {
  for (let index = 1; index < rows.length; index += 1) {
    const last = rows[index - 1]!.number
    if (rows[index]!.number <= last) rows[index]!.number = last + 1
  }
}

function openOutsideData(sheet: RawWorksheet, name: string, attributes: XmlAttributes): void {
  switch (name) {
    case 'mergeCell': {
      const range = parseRange(attributes['ref'] ?? '')
      if (range) sheet.merges.push(range)
      break
    }
    case 'hyperlink': {
      const range = parseRange(attributes['ref'] ?? '')
      if (range) sheet.links.push({ range, relationshipId: prefixedAttribute(attributes, 'id') })
      break
    }
    case 'col':
      if (isTrue(attributes['hidden'])) {
        const [first, last] = [Number(attributes['min']) - 1, Number(attributes['max']) - 1]
        sheet.hiddenColumnRanges.push({ first, last })
      }
      break
    case 'sheetPr':
      if (isTrue(attributes['filterMode'])) sheet.filterSet = true
      break
  }
}

interface CellSource {
  type: string | undefined
  style: string | undefined
  value: string | null
  formula: string | null
  inline: string | null
}

const shownTrue: SheetCell = { text: 'TRUE', kind: 'boolean' }
const shownFalse: SheetCell = { text: 'FALSE', kind: 'boolean' }

function readCell(source: CellSource, context: WorkbookContext): SheetCell | null {
  const { type, value, formula } = source
  // A formula may well give empty text, which is `t="str"` with an empty value; any other lack of a value is a lack.
  if (formula !== null && (value === null || (value === '' && type !== 'str'))) {
    return { text: `=${decodeCellText(formula)}`, kind: 'formulaNoValue' }
  }
  const cell = readValue(source, context)
  const link = formula === null ? null : /^HYPERLINK\("(mailto:[^"]+)"/i.exec(formula)
  return cell && link ? { ...cell, link: link[1]! } : cell
}

function readValue({ type, style, value, inline }: CellSource, context: WorkbookContext): SheetCell | null {
  if (type === 'inlineStr') return textCell(decodeCellText(inline ?? value ?? ''))
  if (value === null || value === '') return null
  switch (type) {
    case 's':
      return context.sharedStrings[Number(value)] ?? null
    case 'str':
      return textCell(decodeCellText(value))
    case 'b':
      return isTrue(value.trim()) ? shownTrue : shownFalse
    case 'e':
      return { text: value, kind: 'error' }
    case 'd':
      return isoDateCell(value) ?? textCell(decodeCellText(value))
    default: {
      const number = Number(value)
      if (!Number.isFinite(number)) return textCell(decodeCellText(value))
      const format = style === undefined ? undefined : context.formats[Number(style)]
      return numberCell(number, format ?? plain, context.date1904)
    }
  }
}
