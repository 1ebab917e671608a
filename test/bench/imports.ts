import { basisOf, planFile } from '#main/features/roster/importPlan.ts'
import { applyImport, previewImport } from '#main/features/roster/importRoster.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { ColumnModel, RowModel } from '#main/spreadsheets/workbookModel.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import type { Measured } from '#test/bench/measured.ts'
import { newCall, Office, today } from '#test/imports/support/office.ts'

const height = 50_000
const first = ['Robert', 'Bob', 'Ann', 'María', 'José', 'Wei', 'Chidi', 'Priya', 'Olga', 'Elizabeth', 'Liz', 'Omar']
const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu', 'pa', 're', 'si', 'to', 'vu']

/** Importing 50,000 learners of 20 columns, beside reading the same file: first into an empty program, then against itself. */
export const importsBench = async (): Promise<Measured[]> => {
  const bytes = await writeWorkbook({
    title: 'Bench',
    creator: 'Bench',
    created: '2026-11-22T12:00:00.000Z',
    sheets: [{ kind: 'table', name: 'Learners', title: 'Learners', columns, rows: learnerRows() }],
  })
  const office = await Office.open()
  try {
    const request = {
      name: 'learners.xlsx',
      bytes,
      today,
      input: { programId: office.program.id, as: 'learners' as const },
    }
    const read = await best(() => readSheetFile(bytes, request.name))
    const plan = () => planFile(office.workspace.current().db, request, basisOf(request))
    const empty = (await best(plan)) - read
    const { handle } = office.workspace.staging.put(request.name, bytes)
    const looking = blockedWhile()
    const first = await best(() => previewImport(office.workspace, { handle, ...request.input }, newCall()), 1)
    const blockedByLooking = looking()
    const cells = { 'Learners!A5000': 'Corrected' }
    const again = await best(() => previewImport(office.workspace, { handle, ...request.input, cells }, newCall()))
    let writing = 0
    const call = { ...newCall(), progress: () => (writing = performance.now()) }
    const applying = blockedWhile()
    const applied = await best(
      () => applyImport(office.workspace, { handle, ...request.input, badRows: 'skip' }, call),
      1,
    )
    const written = performance.now() - writing
    const blockedByApplying = applying()
    const full = (await best(plan)) - read
    const peer = { what: 'reading the file', value: read }
    const target = Math.round(3 * read)
    return [
      { what: 'recognise and match 50,000 rows, empty program', value: empty, unit: 'ms', target, peer },
      { what: 'recognise and match 50,000 rows, 50,000 people', value: full, unit: 'ms', target, peer },
      { what: 'first look at 50,000 rows, in a worker', value: first, unit: 'ms', peer },
      { what: 'a look at them again, one cell corrected', value: again, unit: 'ms', peer },
      { what: 'longest block of the main thread by looking', value: blockedByLooking, unit: 'ms', target: 100 },
      { what: 'import 50,000 rows: match, back up, write', value: applied, unit: 'ms', peer },
      { what: 'write 50,000 rows', value: written, unit: 'ms', target: Math.round(read), peer },
      { what: 'longest block of the main thread by importing', value: blockedByApplying, unit: 'ms', target: 100 },
    ]
  } finally {
    await office.close()
  }
}

const columns: ColumnModel[] = [
  'Last name',
  'First name',
  'Email',
  'Student ID',
  'Class',
  'Status',
  'Campus',
  'Start date',
  ...Array.from({ length: 12 }, (_, at) => `Column ${at}`),
].map((header) => ({ header, key: header, type: header === 'Start date' ? 'date' : 'text' }))

function learnerRows(): RowModel[] {
  return Array.from({ length: height }, (_, row) => {
    const syllable = (step: number) => syllables[Math.floor(row / step) % syllables.length]!
    const others = Object.fromEntries(columns.slice(8).map(({ header }, at) => [header, `Value ${(row * at) % 997}`]))
    return {
      ...others,
      'Last name': `${syllable(1)}${syllable(15)}${syllable(225)}`.replace(/^./, (letter) => letter.toUpperCase()),
      'First name': first[row % first.length]!,
      Email: `learner${row}@example.edu`,
      'Student ID': String(row).padStart(8, '0'),
      Class: `Class of ${2027 + (row % 4)}`,
      Status: row % 20 === 0 ? 'LOA' : 'Active',
      Campus: row % 2 === 0 ? 'Main campus' : 'North campus',
      'Start date': `202${3 + (row % 4)}-07-01`,
    }
  })
}

/** The least of some times in ms: what the work takes when nothing else does. */
async function best(work: () => unknown, times = 2): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < times; round += 1) {
    const start = performance.now()
    await work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

/** Watches the event loop from now on. @returns ends it, with the longest time in ms that nothing else could run */
function blockedWhile(): () => number {
  const every = 5
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - every)
    last = now
  }, every)
  return () => {
    clearInterval(timer)
    return longest
  }
}
