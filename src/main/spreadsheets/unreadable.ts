import { refuse, type Refusal } from '#shared/kernel/problem.ts'

/** Why a file cannot be read, and what the user can do about it. Each sentence continues the file's name. */
const sentences = {
  empty: 'is empty. Export or save it again, and check that it has rows.',
  damaged: 'is damaged or cut off. Download or copy it again, or open it in Excel and save it again as .xlsx.',
  noSheets: 'holds no worksheet. Put the rows on a worksheet and save it again as .xlsx.',
  unsafe:
    'is built in a way no spreadsheet program writes, so it was not opened. Open it in Excel and save it again as .xlsx.',
  tooLarge:
    'would fill more memory than a spreadsheet may. Split it into smaller files, or delete the sheets not needed.',
  encrypted: 'is protected by a password. Open it in Excel, remove the password, save it, and choose it again.',
  xls: 'is in the old .xls format. Open it in Excel or LibreOffice and save it as .xlsx.',
  xlsb: 'is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.',
  ods: 'is an OpenDocument spreadsheet (.ods). Open it in Excel or LibreOffice and save it as .xlsx.',
  numbers: 'is a Numbers document. Open it in Numbers and export it to Excel (.xlsx).',
  html: 'is a web page, whatever its name says. Open it in Excel and save it as .xlsx.',
  xml: 'is an XML file. Open it in Excel and save it as .xlsx.',
  pdf: 'is a PDF. Ask for the spreadsheet it was printed from, as .xlsx or .csv.',
  document: 'is a document or presentation. Copy its table into Excel and save that as .xlsx.',
  archive: 'is a compressed folder. Extract it and choose the spreadsheet inside.',
  notASheet: 'is not a spreadsheet. Choose an .xlsx, .xlsm, .csv, .tsv or .txt file.',
} as const

export type UnreadableReason = keyof typeof sentences

/** Thrown while a file is being read, where its name is not known; `readSheetFile` turns it into a refusal. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, cause?: unknown) {
    super(reason, { cause })
    this.name = 'Unreadable'
    this.reason = reason
  }
}

export function unreadableSheet(name: string, reason: UnreadableReason): Refusal {
  return refuse('unreadable_sheet', `"${name}" ${sentences[reason]}`)
}
