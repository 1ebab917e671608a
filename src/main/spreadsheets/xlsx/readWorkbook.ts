import type { Sheet, SheetNote } from '#shared/imports/sheet.ts'
import { count } from '#shared/kernel/text.ts'
import { readRelationships, type Relationship } from '../package/relationships.ts'
import { isTrue, prefixedAttribute, scanXml } from '../package/xml.ts'
import { openZip, type ZipPackage } from '../package/zip.ts'
import { Unreadable } from '../unreadable.ts'
import { finishSheet, type SheetParts } from './finishSheet.ts'
import { refuseOtherPackage } from './otherPackage.ts'
import { readSharedStrings } from './sharedStrings.ts'
import { readCellFormats } from './styles.ts'
import { readWorksheet, type WorkbookContext } from './worksheet.ts'

/** Reads an .xlsx or .xlsm package: every worksheet, in the order of the tabs. Nothing outside of it is ever followed. */
export function readWorkbook(bytes: Uint8Array): { format: 'xlsx' | 'xlsm'; sheets: Sheet[]; notes: SheetNote[] } {
  const zip = openZip(bytes)
  refuseOtherPackage(zip)
  const part = readRelationships(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const relationships = readRelationships(zip, part)
  const { tabs, date1904 } = readTabs(zip.read(part))
  const context: WorkbookContext = {
    date1904,
    sharedStrings: readOptional(zip, relationships, 'sharedStrings', readSharedStrings),
    formats: readOptional(zip, relationships, 'styles', readCellFormats),
  }
  const notes: SheetNote[] = []
  const sheets: Sheet[] = []
  for (const tab of tabs) {
    const target = relationships.find(({ id, type }) => id === tab.relationshipId && type === 'worksheet')?.target
    if (target === undefined) continue // a chart, dialog or macro sheet: no cells
    const finished = finishSheet(tab, readWorksheet(zip.read(target), context), readSheetParts(zip, target))
    sheets.push(finished.sheet)
    notes.push(...finished.notes)
  }
  if (sheets.length === 0) throw new Unreadable('noSheets')
  const macros = relationships.some(({ type }) => type === 'vbaProject')
  return { format: macros ? 'xlsm' : 'xlsx', sheets, notes: [...workbookNotes(sheets, relationships), ...notes] }
}

interface Tab {
  name: string
  hidden: boolean
  relationshipId: string
}

function readTabs(xml: Uint8Array): { tabs: Tab[]; date1904: boolean } {
  const tabs: Tab[] = []
  let date1904 = false
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const { name: tabName = '', state = 'visible' } = attributes
      tabs.push({
        name: tabName,
        hidden: state !== 'visible',
        relationshipId: prefixedAttribute(attributes, 'id') ?? '',
      })
    },
  })
  return { tabs, date1904 }
}

/** Reads the part of that type, or gives nothing where the workbook has none. */
function readOptional<T>(zip: ZipPackage, from: Relationship[], type: string, read: (xml: Uint8Array) => T[]): T[] {
  const part = from.find((relationship) => relationship.type === type)?.target
  return part !== undefined && zip.has(part) ? read(zip.read(part)) : []
}

function readSheetParts(zip: ZipPackage, sheetPart: string): SheetParts {
  const parts: SheetParts = { linkTargets: new Map(), hasTableFilter: false, tableFilterSet: false }
  for (const { id, type, target } of readRelationships(zip, sheetPart)) {
    if (type === 'hyperlink') parts.linkTargets.set(id, target)
    if (type !== 'table' || !zip.has(target)) continue
    scanXml(zip.read(target), {
      open(name) {
        if (name === 'autoFilter') parts.hasTableFilter = true
        if (criteria.has(name)) parts.tableFilterSet = true
      },
    })
  }
  return parts
}

const criteria = new Set(['filters', 'customFilters', 'top10', 'dynamicFilter', 'colorFilter', 'iconFilter'])

function workbookNotes(sheets: Sheet[], relationships: Relationship[]): SheetNote[] {
  const notes: SheetNote[] = []
  const has = (type: string): boolean => relationships.some((relationship) => relationship.type === type)
  if (has('vbaProject')) {
    notes.push({ code: 'macrosIgnored', message: 'The workbook holds macros. They were not run.' })
  }
  if (has('externalLink')) {
    notes.push({
      code: 'externalLinkCached',
      message:
        'Some formulas refer to other workbooks. The values last saved were read; the other files were not opened.',
    })
  }
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => `"${name}"`)
  if (hidden.length > 0) {
    const message = `${count(hidden.length, 'hidden sheet')}: ${hidden.join(', ')}.`
    notes.push({ code: 'hiddenSheets', message })
  }
  return notes
}
