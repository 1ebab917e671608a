import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { getProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { listCustomFields } from '#main/features/roster/customFields.ts'
import { importKinds } from '#main/features/roster/importKinds.ts'
import { loadMemory } from '#main/features/roster/importMemory.ts'
import { placedCoaches } from '#main/features/roster/placedKind.ts'
import type { PlannedChange, PlannedChanges } from '#main/features/roster/plannedChanges.ts'
import { findEarlierImport, newestEntry } from '#main/features/workspace/service.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { heldBack, type ImportOutcome } from '#shared/imports/badRows.ts'
import type { RosterColumn } from '#shared/imports/columns.ts'
import { customFieldOf } from '#shared/imports/customColumns.ts'
import { withCells } from '#shared/imports/editedCells.ts'
import type { KnownPerson } from '#shared/imports/matchPeople.ts'
import type { TargetProgram } from '#shared/imports/places.ts'
import { describeRow, type ImportPlan, planImport, type PlannedRow } from '#shared/imports/preview.ts'
import { recognise, type RecognisedFile, type RecognisedSheet } from '#shared/imports/recognise.ts'
import type { ImportOptions, ImportPreview } from '#shared/imports/schema.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** A file to be imported, and what the user says about it. */
export interface ImportRequest extends ImportChoices {
  name: string
  bytes: Uint8Array
}

/** What the user says about a file, and what day it is. */
export interface ImportChoices {
  input: Omit<ImportOptions, 'handle'>
  today: PlainDate
}

/** What a plan begins with: it stays the same while the user decides about rows, columns and cells. */
export interface Basis {
  file: SheetFile
  sha256: string
  /** Loads what the roster holds. */
  load: typeof loadRoster
}

/** @throws Refusal `unreadable_sheet` */
export const basisOf = ({ name, bytes }: Pick<ImportRequest, 'name' | 'bytes'>): Basis => ({
  file: readSheetFile(bytes, name),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  load: loadRoster,
})

/** What the roster holds, as far as a plan is concerned. */
export interface LoadedRoster {
  target: Omit<TargetProgram, 'year'>
  programYear: number
  people: KnownPerson[]
}

export async function loadRoster(
  db: Db,
  { programId, as }: Pick<ImportChoices['input'], 'programId' | 'as'>,
  today: PlainDate,
): Promise<LoadedRoster> {
  const program = await getProgram(db, programId, today)
  return {
    target: await targetOf(db, program, as, today),
    programYear: program.year,
    people: await importKinds[as].loadKnown(db, program, today),
  }
}

/** A file read, recognised and compared with the roster. */
export interface PlannedFile {
  file: SheetFile
  sha256: string
  recognised: RecognisedFile
  target: TargetProgram
  plan: ImportPlan
  /** Wordings and policies in force, chosen now or the last time. */
  values: ImportPreview['values']
  policies: ImportPreview['policies']
  /** The newest entry of the history that the plan knows of. */
  asOfEntry: Id | null
}

/**
 * Works out what importing a file would change. It takes seconds for a large file, so it runs in a worker.
 * @throws Refusal `unreadable_sheet`, `not_found`, `invalid_input`
 */
export async function planFile(db: Db, { input, today }: ImportChoices, basis: Basis): Promise<PlannedFile> {
  const { sha256 } = basis
  const file = withCells(basis.file, input.cells)
  const asOfEntry = await newestEntry(db)
  const { people, programYear, ...roster } = await basis.load(db, input, today)
  const target: TargetProgram = { ...roster.target, year: input.year ?? programYear }
  const memory = await loadMemory(db, input.programId, input.as)
  const recognised = recognise(file, input.as, target, input, memory)
  const remembered = recognised.sheets.find((sheet) => sheet.remembered)?.remembered
  const values = input.values ?? remembered?.values ?? {}
  const policies = input.policies ?? remembered?.policies ?? {}
  const plan = planImport(recognised, input.as, target, people, { values, policies, rows: input.rows })
  return { file, sha256, recognised, target, plan, values, policies, asOfEntry }
}

/** What of a plan the write needs: the file itself stays in the worker, because taking it over would hold up the window. */
export interface PlannedImport extends PlannedChanges, ImportOutcome {
  sha256: string
  sheets: Pick<RecognisedSheet, 'header' | 'columns'>[]
  values: ImportPreview['values']
  policies: ImportPreview['policies']
  asOfEntry: Id | null
  /** Who is in the program and not in the file. */
  missing: Id[]
}

/** Works out what importing a file writes. @throws as `planFile` does */
export async function planChanges(db: Db, request: ImportChoices, basis: Basis): Promise<PlannedImport> {
  const { file, sha256, recognised, plan, values, policies, asOfEntry } = await planFile(db, request, basis)
  return {
    fileName: file.name,
    sha256,
    sheets: recognised.sheets.map(({ header, columns }) => ({ header, columns })),
    values,
    policies,
    asOfEntry,
    counts: plan.counts,
    sheet: recognised.sheets[0]!.sheet.name,
    ...heldBack(
      plan.rows.map(({ draft: { sheet, row }, action }) => ({ sheet, row, action })),
      plan.problems,
    ),
    missing: plan.missing.map(({ personId }) => personId),
    newCohorts: plan.newCohorts,
    newSites: plan.newSites,
    rows: changesOf(plan.rows),
  }
}

function changesOf(rows: readonly PlannedRow[]): PlannedChange[] {
  const changing = rows.filter(({ action }) => action === 'create' || action === 'update')
  const places = new Map(changing.map(({ draft }, index) => [draft, index]))
  return changing.map(({ match, set, custom, coach, sameAs }): PlannedChange => {
    const known = match?.person ?? null
    // Who is in the program is read again; of somebody from another one, what is known is what their place begins with.
    const person = known && {
      personId: known.personId,
      placeId: known.placeId,
      values: known.placeId === null ? known.values : {},
    }
    return { person, set, custom, coachId: coach?.id ?? null, sameAs: sameAs && (places.get(sameAs) ?? null) }
  })
}

/** What importing the file would change, as the preview shows it. */
export async function previewFile(db: Db, request: ImportChoices, basis: Basis): Promise<ImportPreview> {
  const { file, sha256, recognised, target, plan, values, policies } = await planFile(db, request, basis)
  const { programId, as } = request.input
  const first = recognised.sheets[0]!
  return {
    file: file.name,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sha256,
    sheets: file.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: first.sheet.name,
    headerRow: first.header?.row ?? 0,
    headerRows: first.header?.rows.length ?? 0,
    dataRows: plan.counts.rows,
    columns: recognised.sheets.flatMap(({ columns }) => columns.map((column) => withOwnField(column, target))),
    counts: plan.counts,
    missing: plan.missing,
    rows: plan.rows.map((row) => describeRow(row, as, target.customFields)),
    problems: plan.problems,
    ignoredRows: recognised.sheets.flatMap(({ ignoredRows }) => ignoredRows),
    duplicates: plan.duplicates,
    notes: [...plan.notes, ...newPlaceNotes(plan)],
    values,
    policies,
    importedBefore: await findEarlierImport(db, { sha256, programId, importedAs: as }),
  }
}

/** A column with the field of the program that it goes into, where it is one. */
function withOwnField(column: RosterColumn, { customFields }: TargetProgram): RosterColumn {
  const own = customFieldOf(column, customFields)
  return own ? { ...column, ownField: own.name, reason: 'A field of the program goes by this name' } : column
}

async function targetOf(db: Db, program: Program, as: PeopleKind, today: PlainDate): Promise<LoadedRoster['target']> {
  const fields = await listCustomFields(db, program.id)
  const coachRows = as === 'learners' ? await coaches.load(db, program.id, today) : []
  return {
    kind: program.kind,
    cohorts: program.cohorts.map(({ name }) => name),
    sites: program.sites.map(({ name }) => name),
    customFields: fields.filter(({ appliesTo }) => appliesTo === as),
    coaches: coachRows
      .filter((coach) => !placedCoaches.isGone(coach, today))
      .map(({ id, lastName, firstName, preferredName, email, otherEmails }) => {
        const emails = [email, ...otherEmails].filter((address) => address !== '')
        return { id, lastName, firstName, preferredName, emails }
      }),
  }
}

function newPlaceNotes({ newCohorts, newSites }: ImportPlan): ImportPreview['notes'] {
  return [...newPlaceNote('newCohorts', 'cohorts', newCohorts), ...newPlaceNote('newSites', 'sites', newSites)]
}

function newPlaceNote(code: 'newCohorts' | 'newSites', what: string, names: readonly string[]): ImportPreview['notes'] {
  if (names.length === 0) return []
  return [{ code, message: `The program has no ${what} yet. The import adds: ${names.join(', ')}.` }]
}
