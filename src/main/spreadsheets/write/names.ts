/** Excel's limit; LibreOffice and Google Sheets keep it too. */
const maxSheetName = 31

/** Sheet names Excel accepts, different without regard to case, in the same order. */
export function sheetNames(wanted: string[]): string[] {
  return unique(wanted.map(safeSheetName), (name, suffix) => cutTo(name, maxSheetName - suffix.length) + suffix)
}

function safeSheetName(name: string): string {
  // An apostrophe corrupts the print titles exceljs writes, so it becomes a typographic one.
  const safe = name
    .replace(/[\\/?*:[\]\p{Cc}]+/gu, ' ')
    .replaceAll("'", '’')
    .replace(/\s+/g, ' ')
    .trim()
  if (safe === '') return 'Sheet'
  // Excel keeps this name for its change log.
  return /^history$/i.test(safe) ? `${safe} sheet` : cutTo(safe, maxSheetName)
}

/** Column headers a table accepts: filled, on one line, different without regard to case. */
export function tableHeaders(wanted: string[]): string[] {
  const filled = wanted.map((header, index) => {
    const line = header.replace(/[\s\p{Cc}]+/gu, ' ').trim()
    return line === '' ? `Column ${index + 1}` : cutTo(line, 255)
  })
  return unique(filled, (header, suffix) => cutTo(header, 255 - suffix.length) + suffix)
}

/** Table names Excel accepts: letters, digits and underscores, unlike any cell address, unique in the workbook. */
export function tableNames(sheets: string[]): string[] {
  const safe = sheets.map((sheet) => {
    const words = sheet
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
    return `Table_${words === '' ? 'data' : words}`
  })
  return unique(safe, (name, suffix) => name + suffix.replace(/\D+/g, '_').replace(/_$/, ''))
}

/** Adds " (2)", " (3)" and so on to names that repeat an earlier one. */
function unique(names: string[], join: (name: string, suffix: string) => string): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let candidate = name
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = join(name, ` (${n})`)
    taken.add(candidate.toLowerCase())
    return candidate
  })
}

/** Cuts at so many UTF-16 units, as Excel counts, without leaving half a character. */
function cutTo(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}
