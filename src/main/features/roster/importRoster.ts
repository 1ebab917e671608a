import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { applyPlan } from '#main/features/roster/applyPlan.ts'
import { type ImportKind, importCoaches, importLearners, valuesOf } from '#main/features/roster/importKinds.ts'
import { findEarlierImport, insertImportRun, loadEverybody } from '#main/features/roster/importRepository.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import type { KnownPerson } from '#shared/imports/matchPeople.ts'
import { describeRow, type ImportPlan, planImport } from '#shared/imports/preview.ts'
import { recognise, type RecognisedSheet } from '#shared/imports/recognise.ts'
import type { ImportOptions, ImportPreview, ImportProblem, ImportResult } from '#shared/imports/schema.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>
type Row = Learner | Coach

type ApplyOptions = ImportOptions & { badRows: BadRows }

/** Whether rows that cannot be stored hold back the others. */
type BadRows = 'skip' | 'refuse'

/** A staged file, read and understood as a roster. */
interface ReadRoster {
  file: SheetFile
  sha256: string
  sheet: RecognisedSheet
}

/** Says what importing a staged spreadsheet would change. @throws Refusal `unreadable_sheet`, `not_found`, `cancelled` */
export async function previewImport(
  workspace: Workspace,
  input: ImportOptions,
  call: CallContext,
): Promise<ImportPreview> {
  return input.as === 'learners'
    ? preview(importLearners, workspace, input, call)
    : preview(importCoaches, workspace, input, call)
}

/**
 * Imports a staged spreadsheet: one write after a backup, one history entry. What changes nothing leaves no trace.
 * @throws Refusal `invalid_rows` where no row can be stored, or one cannot and `badRows` is `refuse`; as `previewImport` does
 */
export function applyImport(workspace: Workspace, input: ApplyOptions, call: CallContext): Promise<ImportResult> {
  return importRoster(workspace, { ...input, backUp: true }, call)
}

/** `applyImport`, with a say about the backup. */
export async function importRoster(
  workspace: Workspace,
  input: ApplyOptions & { backUp: boolean },
  call: CallContext,
): Promise<ImportResult> {
  return input.as === 'learners'
    ? apply(importLearners, workspace, input, call)
    : apply(importCoaches, workspace, input, call)
}

async function preview<R extends Row>(
  how: ImportKind<R>,
  workspace: Workspace,
  input: ImportOptions,
  call: CallContext,
): Promise<ImportPreview> {
  const { db } = workspace.current()
  const read = await readRoster(how, workspace, input, call)
  call.progress('Comparing with the roster')
  const { plan } = await planRows(how, db, read.sheet, input.programId, call)
  call.signal.throwIfAborted()
  const { file, sha256, sheet } = read
  return {
    file: file.name,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sha256,
    sheets: file.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: sheet.sheet.name,
    headerRow: sheet.headerRow,
    columns: sheet.columns,
    counts: plan.counts,
    rows: plan.rows.map((row) => describeRow(row, how.kind)),
    problems: plan.problems,
    ignoredRows: sheet.ignoredRows,
    notes: [...sheet.notes, ...newPlaceNotes(plan)],
    importedBefore: await findEarlierImport(db, { sha256, programId: input.programId, importedAs: how.kind }),
  }
}

async function apply<R extends Row>(
  how: ImportKind<R>,
  workspace: Workspace,
  input: ApplyOptions & { backUp: boolean },
  call: CallContext,
): Promise<ImportResult> {
  const dataFile = workspace.current()
  const read = await readRoster(how, workspace, input, call)
  const { noun } = how.placement
  call.progress('Comparing with the roster')
  const { plan } = await planRows(how, dataFile.db, read.sheet, input.programId, call)
  refuseBadRows(read, plan, input.badRows)
  call.signal.throwIfAborted()
  if (changedRows(plan) > 0) {
    if (input.backUp) {
      call.progress('Backing up')
      await workspace.backUp('import', call)
    }
    call.signal.throwIfAborted()
    call.progress(`Writing ${count(changedRows(plan), noun.one, noun.many)}`)
  }
  const label = ({ counts }: ImportResult) =>
    `Import ${count(counts.create + counts.update, noun.one, noun.many)} from ${read.file.name}`
  return dataFile.write(call, { label }, async (tx, entryId) => {
    // Planned again from what is stored now: somebody may have edited the roster since.
    const { plan, rows, program } = await planRows(how, tx, read.sheet, input.programId, call)
    refuseBadRows(read, plan, input.badRows)
    if (changedRows(plan) === 0) return { runId: null, entryId: null, counts: plan.counts }
    await applyPlan(tx, how, { plan, rows, program }, call)
    const { create, update, unchanged, skipped } = plan.counts
    const runId = await insertImportRun(tx, {
      at: call.now,
      actor: call.actor,
      file_name: read.file.name,
      sha256: read.sha256,
      imported_as: how.kind,
      program_id: program.id,
      created: create,
      updated: update,
      unchanged,
      skipped,
      entry_id: entryId,
    })
    return { runId, entryId, counts: plan.counts }
  })
}

/** Reads the staged file in a thread of its own, and recognises its columns. */
async function readRoster<R extends Row>(
  how: ImportKind<R>,
  workspace: Workspace,
  input: ImportOptions,
  call: CallContext,
): Promise<ReadRoster> {
  const { name, bytes } = workspace.staging.get(input.handle)
  call.progress(`Reading ${name}`)
  const file = await runInWorker('readSheet', { name, bytes }, { signal: call.signal })
  call.progress('Recognising columns')
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), sheet: recognise(file, how.kind, input) }
}

/** Compares the sheet with what is stored. @returns the plan, and the program's rows by id for carrying it out */
async function planRows<R extends Row>(
  how: ImportKind<R>,
  db: Db,
  sheet: RecognisedSheet,
  programId: Id,
  call: CallContext,
): Promise<{ plan: ImportPlan; rows: Map<Id, R>; program: Program }> {
  const program = await getProgram(db, programId, call.today)
  const rows = await how.placement.load(db, programId, call.today)
  const placed = new Map<Id, R>()
  // Somebody who came back has two places: the one that has not ended is meant, else the later.
  for (const row of rows) {
    const other = placed.get(row.personId)
    if (!other || how.isGone(other, call.today)) placed.set(row.personId, row)
  }
  const people = (await loadEverybody(db)).map((person): KnownPerson => {
    const row = placed.get(person.personId)
    return {
      personId: person.personId,
      placeId: row?.id ?? null,
      gone: row !== undefined && how.isGone(row, call.today),
      values: valuesOf(how.kind, { ...person, ...row }, program),
    }
  })
  const { kind, year } = program
  const names = { cohorts: program.cohorts.map(({ name }) => name), sites: program.sites.map(({ name }) => name) }
  const plan = planImport(sheet, how.kind, { kind, year, ...names }, people)
  return { plan, rows: new Map(rows.map((row) => [row.id, row])), program }
}

const changedRows = ({ counts }: ImportPlan): number => counts.create + counts.update

const shownDetails = 200

/** Refuses a file of which nothing can be stored; with `refuse`, one of which some row cannot. */
function refuseBadRows(
  { file, sheet }: ReadRoster,
  { counts, problems }: ImportPlan,
  badRows: 'skip' | 'refuse',
): void {
  const nothing = counts.rows > 0 && counts.skipped === counts.rows
  if (!nothing && (badRows === 'skip' || counts.skipped === 0)) return
  const errors = problems.filter(({ level }) => level === 'error')
  const where = `${file.name}, sheet ${sheet.sheet.name}`
  const noColumn = nothing && problems.find(({ code, column }) => code === 'missing' && column === '')
  const what = noColumn
    ? `${where}: ${noColumn.message}`
    : nothing
      ? `${where}: no row can be stored.`
      : `${where}: ${count(counts.skipped, 'row')} cannot be stored. Correct ${counts.skipped === 1 ? 'it' : 'them'} in the file, or import the other rows alone.`
  throw refuse('invalid_rows', `${what} Nothing was imported.`, errors.slice(0, shownDetails).map(detail))
}

const detail = ({ sheet, row, column, message }: ImportProblem): { path: string; message: string } => ({
  path: `${sheet}!${column}${row}`,
  message,
})

function newPlaceNotes({ newCohorts, newSites }: ImportPlan): ImportPreview['notes'] {
  return [...newPlaceNote('newCohorts', 'cohorts', newCohorts), ...newPlaceNote('newSites', 'sites', newSites)]
}

function newPlaceNote(code: string, what: string, names: readonly string[]): ImportPreview['notes'] {
  if (names.length === 0) return []
  return [{ code, message: `The program has no ${what} yet. The import adds: ${names.join(', ')}.` }]
}
