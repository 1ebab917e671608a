import { inflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { SaxesParser } from 'saxes'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'
import { writingBench } from '#test/bench/spreadsheetsWriting.ts'

const width = 20
const height = 50_000

export const spreadsheetBench = async (): Promise<Measured[]> => [...(await readingBench()), ...(await writingBench())]

/** Reading 50,000 rows of 20 columns, beside a bare scan of the same file and beside exceljs. */
async function readingBench(): Promise<Measured[]> {
  const columns = Array.from({ length: width }, (_, at) => ({
    header: `Column ${at}`,
    key: String(at),
    type: 'text' as const,
  }))
  const rows = Array.from({ length: height }, (_, row) =>
    Object.fromEntries(
      columns.map(({ key }) => [key, Number(key) % 2 === 0 ? `Value ${row % 997}-${key}` : String(row * 31)]),
    ),
  )
  const bytes = await writeWorkbook({
    title: 'Bench',
    creator: 'Bench',
    created: '2026-11-22T12:00:00.000Z',
    sheets: [{ kind: 'table', name: 'Bench', title: 'Bench', columns, rows }],
  })
  const times = await interleaved(3, {
    ours: () => readSheetFile(bytes, 'bench.xlsx'),
    scan: () => bareScan(Buffer.from(bytes)),
    exceljs: () => new ExcelJS.Workbook().xlsx.load(bytes.buffer as ArrayBuffer),
  })
  const value = times.ours
  return [
    { what: 'read 50,000 x 20 .xlsx', value, unit: 'ms', peer: { what: 'inflate and scan only', value: times.scan } },
    { what: 'read 50,000 x 20 .xlsx', value, unit: 'ms', peer: { what: 'exceljs load', value: times.exceljs } },
  ]
}

/** Inflates every part of the package and walks its XML, keeping nothing. */
function bareScan(zip: Buffer): void {
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 46)) {
    const compressed = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const part = zip.subarray(start, start + compressed)
    const text = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(part).toString() : part.toString()
    if (text !== '') new SaxesParser().write(text).close()
  }
}
