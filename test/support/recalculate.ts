import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askOpenpyxl, convertWithLibreOffice } from '#test/support/otherOffice.ts'

/** Dates as ISO text, errors as "#DIV/0!". */
type Recalculated = string | number | boolean | null

/** Writes the workbook again with its formulas, but without what they gave. */
const strip = `
import json, re, sys, zipfile
stripped = 0
with zipfile.ZipFile(sys.argv[1]) as source, zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as target:
    for name in source.namelist():
        content = source.read(name)
        if name.startswith("xl/worksheets/sheet"):
            def cell(match):
                return re.sub(r' t="\\w+"', "", match.group(1)) + match.group(2) + "</c>"
            text, count = re.subn(r"(<c [^>]*>)(<f>[^<]*</f>)<v>[^<]*</v></c>", cell, content.decode())
            stripped += count
            content = text.encode()
        target.writestr(name, content)
print(json.dumps(stripped))`

const read = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
def value(cell):
    return cell.value.isoformat()[:10] if hasattr(cell.value, "isoformat") else cell.value
print(json.dumps({sheet.title: [[value(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book}))`

/**
 * What LibreOffice makes of the formulas of an .xlsx once the saved results are gone: all cells by sheet, row and column,
 * from 0. Money is in dollars there and percent a fraction.
 * @throws Error where no formula was found to calculate.
 */
export function recalculate(bytes: Uint8Array): Map<string, Recalculated[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-recalculate-'))
  try {
    const [full, stripped, calculated] = ['full.xlsx', 'stripped.xlsx', 'calculated.xlsx'].map((name) =>
      join(folder, name),
    )
    writeFileSync(full!, bytes)
    if (askOpenpyxl(strip, [full!, stripped!]) === 0) throw new Error('The workbook has no formulas')
    writeFileSync(calculated!, convertWithLibreOffice(stripped!, 'xlsx'))
    return new Map(Object.entries(askOpenpyxl(read, [calculated!]) as Record<string, Recalculated[][]>))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
