import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { loadInstruments } from '#main/features/evaluation/instruments.ts'
import { loadCoachNames, loadMembers } from '#main/features/evaluation/population.ts'
import {
  insertCodes,
  insertComments,
  insertResponses,
  loadCodes,
  loadComments,
  loadResponses,
  type ResponseRow,
  updateResponse,
} from '#main/features/evaluation/repository.ts'
import { listAdministrations, newCodes, storeAdministration } from '#main/features/evaluation/service.ts'
import { findEarlierImport, logImport, newestEntry } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { ResponseDraft } from '#shared/evaluation/import/judgeRows.ts'
import { type KnownSurveys, planResponses, type ResponsePlan } from '#shared/evaluation/import/planResponses.ts'
import type {
  ResponseImportOptions,
  ResponseImportResult,
  ResponsePreview,
} from '#shared/evaluation/responsesSchema.ts'
import type { Administration, AdministrationDraft } from '#shared/evaluation/schema.ts'
import { withCells } from '#shared/imports/editedCells.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

/** So many bytes of text are read at once, and not in a thread of their own. */
const shortText = 256 * 1024

/** Says what importing a staged survey export would add. @throws Refusal `unreadable_sheet`, `invalid_input`, `cancelled` */
export async function previewResponses(
  workspace: Workspace,
  input: ResponseImportOptions,
  call: CallContext,
): Promise<ResponsePreview> {
  const { db } = workspace.current()
  const { file, sha256 } = await readStaged(workspace, input, call)
  const { wave: _, drafts: __, ...plan } = await planAgainst(db, file, input)
  const importedAs = 'responses'
  return {
    ...plan,
    file: file.name,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sha256,
    sheets: file.sheets.map(({ name, hidden }) => ({ name, hidden })),
    importedBefore: await findEarlierImport(db, { sha256, programId: input.programId, importedAs }),
  }
}

/**
 * Imports a staged survey export: one write after a backup, one history entry.
 * @throws Refusal `invalid_input` where no instrument or wave is known; `conflict` where the key of the wave was destroyed;
 * as `previewResponses` does
 */
export function applyResponses(
  workspace: Workspace,
  input: ResponseImportOptions,
  call: CallContext,
): Promise<ResponseImportResult> {
  return importResponses(workspace, { ...input, backUp: true }, call)
}

/** `applyResponses`, with a say about the backup. */
export async function importResponses(
  workspace: Workspace,
  { backUp, ...input }: ResponseImportOptions & { backUp: boolean },
  call: CallContext,
): Promise<ResponseImportResult> {
  const data = workspace.current()
  const { file, sha256 } = await readStaged(workspace, input, call)
  const first = { after: await newestEntry(data.db), plan: await planAgainst(data.db, file, input) }
  requireWave(first.plan, file.name)
  if (backUp) {
    call.progress('Backing up')
    await workspace.backUp('import', call)
  }
  call.signal.throwIfAborted()
  call.progress('Writing the responses')
  const label = ({ counts }: ResponseImportResult) => `Import ${count(counts.create, 'response')} from ${file.name}`
  return data.write(call, { label }, async (tx, entryId) => {
    // Planned once more where something was written meanwhile: it may have been the same file.
    const plan = first.after === (await newestEntry(tx)) ? first.plan : await planAgainst(tx, file, input)
    const planned = requireWave(plan, file.name)
    const { counts } = plan
    const wave = planned.id === '' ? await storeAdministration(tx, input.programId, draftOf(planned)) : planned
    if (plan.drafts.length === 0) return { runId: null, entryId: null, administrationId: wave.id, counts }
    await storeDrafts(tx, wave, plan.drafts)
    const runId = await logImport(tx, {
      at: call.now,
      actor: call.actor,
      file_name: file.name,
      sha256,
      imported_as: 'responses',
      program_id: input.programId,
      created: counts.create,
      updated: counts.update,
      unchanged: counts.unchanged,
      skipped: counts.skipped,
      entry_id: entryId,
    })
    return { runId, entryId, administrationId: wave.id, counts }
  })
}

async function readStaged(
  workspace: Workspace,
  input: ResponseImportOptions,
  call: CallContext,
): Promise<{ file: SheetFile; sha256: string }> {
  const { name, bytes } = workspace.staging.get(input.handle)
  call.progress(`Reading ${name}`)
  // Starting a thread takes longer than reading a short text does.
  const isShort = bytes.length < shortText && /\.(?:csv|tsv|txt)$/i.test(name)
  const file = isShort
    ? readSheetFile(bytes, name)
    : await runInWorker('readSheet', { bytes, name }, { signal: call.signal })
  return { file: withCells(file, input.cells), sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function planAgainst(db: Db, file: SheetFile, input: ResponseImportOptions): Promise<ResponsePlan> {
  const { programId } = input
  const [instruments, waves] = [await loadInstruments(db), await listAdministrations(db, programId)]
  const about: KnownSurveys['about'] = async (wave) => ({
    people: {
      people: await loadMembers(db, programId, wave.population, wave.opensOn, wave.closesOn),
      coaches: await loadCoachNames(db, programId),
      codes: await loadCodes(db, wave.id),
    },
    stored: await loadResponses(db, [wave.id]),
  })
  return planResponses(file, input, { instruments, waves, about, hash })
}

const draftOf = ({
  instrumentKey,
  name,
  population,
  opensOn,
  closesOn,
  identity,
}: Administration): AdministrationDraft => ({
  instrumentKey,
  name,
  population,
  opensOn,
  closesOn,
  identity,
})

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

function requireWave({ instrument, wave }: ResponsePlan, fileName: string): Administration {
  if (instrument === null)
    throw refuse('invalid_input', `${fileName}: no instrument has its items in it. Say which instrument it is.`)
  if (wave === null)
    throw refuse('invalid_input', `${fileName}: no wave of ${instrument.name} fits its days. Say which wave it is.`)
  if (wave.keyDestroyedAt !== null)
    throw refuse(
      'conflict',
      `The key of ${wave.name} was destroyed, and more of its responses would tell whose the others were. Nothing was imported.`,
    )
  return wave
}

/** Stores what is tied to people as the wave promises: by name, by a code of its key, or not at all. */
async function storeDrafts(tx: Db, wave: Administration, drafts: readonly ResponseDraft[]): Promise<void> {
  const codeOf = wave.identity === 'confidential' ? await codesFor(tx, wave, drafts) : new Map<Id, string>()
  const rowOf = (draft: ResponseDraft): ResponseRow => ({
    source_id: draft.sourceId,
    person_id: wave.identity === 'named' ? draft.personId : null,
    code: (draft.personId !== null && codeOf.get(draft.personId)) || draft.code,
    appointment_id: draft.appointmentId,
    recorded_on: draft.recordedOn,
    level: draft.level,
    site: draft.site,
    answers: JSON.stringify(draft.answers),
    left_out: JSON.stringify(draft.leftOut),
    state: draft.state,
    why: draft.why,
  })
  const added = drafts.filter(({ id }) => id === null).map(rowOf)
  // A file in the order of the roster would still say whose each response is after the key is destroyed.
  await insertResponses(tx, wave.id, wave.identity === 'named' ? added : drawn(added))
  for (const draft of drafts) if (draft.id !== null) await updateResponse(tx, draft.id, rowOf(draft))
  await storeComments(tx, wave, drafts)
}

/** The codes of those who answered by address get one too: only the key leads to them. */
async function codesFor(tx: Db, wave: Administration, drafts: readonly ResponseDraft[]): Promise<Map<Id, string>> {
  const known = await loadCodes(tx, wave.id)
  const made = newCodes(
    drafts.flatMap(({ personId }) => personId ?? []),
    known,
  )
  await insertCodes(tx, wave.id, made)
  return new Map([...known, ...made].map(({ code, personId }) => [personId, code]))
}

/**
 * Comments stand in a drawn order, so that they cannot be laid beside the responses they came with. Of a response that
 * was there before, only what it did not say yet is added.
 */
async function storeComments(tx: Db, wave: Administration, drafts: readonly ResponseDraft[]): Promise<void> {
  const isUpdate = drafts.some(({ id }) => id !== null)
  const there = new Set(isUpdate ? (await loadComments(tx, [wave.id])).map(({ item, text }) => `${item}\n${text}`) : [])
  const comments = drafts.flatMap(({ id, comments: written, level, site, appointmentId }) => {
    const respondent = randomUUID()
    return written
      .filter(({ item, text }) => id === null || !there.has(`${item}\n${text}`))
      .map(({ item, text }) => ({ administrationId: wave.id, respondent, item, level, site, appointmentId, text }))
  })
  await insertComments(tx, drawn(comments))
}

/** The same in an order that says nothing of the one they came in. */
const drawn = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: randomUUID() }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one)
