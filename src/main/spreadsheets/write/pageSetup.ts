import type { Worksheet } from 'exceljs'

const inches = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.65, header: 0.35, footer: 0.3 }
const letter = 1
/** Excel's limit for a header or footer. */
const maxHeader = 255

/** Prints on US letter, one page wide, with the sheet, the file, the day and "Page 2 of 5" at the foot. */
export function setUpPage(sheet: Worksheet, orientation: 'landscape' | 'portrait'): void {
  Object.assign(sheet.pageSetup, {
    paperSize: letter,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: inches,
  })
  sheet.headerFooter.oddFooter = '&L&9&A&C&9&F, &D&R&9Page &P of &N'
}

/** Repeats the table's header row, under the title, on each page. */
export function repeatHeader(sheet: Worksheet, title: string): void {
  sheet.pageSetup.printTitlesRow = '1:1'
  repeatTitle(sheet, title)
}

/** Stands a title at the head of each page. */
export function repeatTitle(sheet: Worksheet, title: string): void {
  // "&" starts a code; the space keeps a title such as "2026 roster" from lengthening the font size before it.
  const text = title.replace(/[\s\p{Cc}]+/gu, ' ').replaceAll('&', '&&')
  sheet.headerFooter.oddHeader = `&L&"-,Bold"&12 ${text}`.slice(0, maxHeader)
}
