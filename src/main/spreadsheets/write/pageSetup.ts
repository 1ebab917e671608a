import type { Worksheet } from 'exceljs'
import { columnLetters } from '../references.ts'

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

const lettersWide = { landscape: 11, portrait: 8.5 }
/** Excel's default text, at 96 dots to the inch, has digits 7 dots wide. */
const inchesPerCharacter = 7 / 96
/** Below it text of 11 points prints smaller than 7. */
const smallestScale = 7 / 11

/**
 * Prints columns (their widths in characters) that one page would make unreadable on several side by side, the first
 * `repeated` ones on each.
 */
export function spreadOverPages(sheet: Worksheet, widths: readonly number[], repeated: number): void {
  const inchesOf = (columns: readonly number[]): number =>
    columns.reduce((sum, width) => sum + width * inchesPerCharacter, 0)
  const page = lettersWide[sheet.pageSetup.orientation ?? 'portrait'] - inches.left - inches.right
  const readable = page / smallestScale
  if (inchesOf(widths) <= readable) return
  const again = inchesOf(widths.slice(0, repeated))
  const across = Math.ceil((inchesOf(widths) - again) / (readable - again))
  Object.assign(sheet.pageSetup, { fitToWidth: across, pageOrder: 'overThenDown' })
  if (repeated > 0) sheet.pageSetup.printTitlesColumn = `A:${columnLetters(repeated)}`
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
