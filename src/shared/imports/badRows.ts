import { type ProblemDetail, type Refusal, refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { placeOfRow } from '#shared/imports/rowDraft.ts'
import type { ImportPreview, ImportProblem, ImportRow } from '#shared/imports/schema.ts'

/** Whether rows that cannot be stored hold back the others. */
export type BadRows = 'skip' | 'refuse'

/** What decides whether a file is imported at all. */
export interface ImportOutcome {
  fileName: string
  sheet: string
  counts: ImportPreview['counts']
  /** What keeps a row out, or leaves it waiting for a decision. */
  holding: readonly ImportProblem[]
  /** Why no column says who a row is; null where one does. */
  nobody: ImportProblem | null
}

type Decided = Pick<ImportRow, 'sheet' | 'row' | 'action'>

export function outcomeOf({ file, columns, counts, problems, rows }: ImportPreview): ImportOutcome {
  return { fileName: file, sheet: columns[0]?.sheet ?? '', counts, ...heldBack(rows, problems) }
}

export function heldBack(
  rows: readonly Decided[],
  problems: readonly ImportProblem[],
): Pick<ImportOutcome, 'holding' | 'nobody'> {
  const waiting = new Set(rows.filter(({ action }) => action === 'needsYou').map(placeOfRow))
  const holds = (problem: ImportProblem): boolean =>
    problem.level === 'error' || (waitsFor.has(problem.code) && waiting.has(placeOfRow(problem)))
  return {
    holding: problems.filter(holds),
    nobody: problems.find(({ code, column }) => code === 'missing' && column === '') ?? null,
  }
}

const waitsFor: ReadonlySet<ImportProblem['code']> = new Set<ImportProblem['code']>(['duplicate', 'possibleMatch'])

const shownDetails = 200

/**
 * Refuses a file of which nothing can be stored; with `refuse`, one of which some row cannot or waits for a decision.
 * @throws Refusal `invalid_rows`
 */
export function refuseBadRows({ fileName, sheet, counts, holding, nobody }: ImportOutcome, badRows: BadRows): void {
  const where = `${fileName}, sheet ${sheet}`
  const errors = holding.filter(({ level }) => level === 'error')
  if (counts.rows > 0 && counts.skipped === counts.rows && errors.length > 0) {
    throw notImported(nobody ? `${where}: ${nobody.message}` : `${where}: no row can be stored.`, errors)
  }
  const bad = new Set(holding.map(placeOfRow)).size
  if (badRows === 'skip' || bad === 0) return
  const message = `${where}: ${count(bad, 'row')} cannot be stored. Correct ${bad === 1 ? 'it' : 'them'} in the file, or import the other rows alone.`
  throw notImported(message, holding)
}

const notImported = (what: string, problems: readonly ImportProblem[]): Refusal =>
  refuse('invalid_rows', `${what} Nothing was imported.`, problems.slice(0, shownDetails).map(detail))

const detail = ({ sheet, row, column, message }: ImportProblem): ProblemDetail => ({
  path: `${sheet}!${column}${row}`,
  message,
})
