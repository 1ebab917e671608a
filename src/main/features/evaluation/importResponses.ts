import { randomFillSync, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import {
  type PlannedResponse,
  type PlannedResponses,
  planSurvey,
  previewSurvey,
  readSurvey,
} from '#main/features/evaluation/planSurvey.ts'
import {
  insertComments,
  insertResponses,
  loadComments,
  type ResponseRow,
  updateResponse,
} from '#main/features/evaluation/repository.ts'
import { codesFor, storeAdministration } from '#main/features/evaluation/service.ts'
import { logImport, newestEntry } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { ImportWorker } from '#main/jobs/importWorker.ts'
import type {
  ResponseImportOptions,
  ResponseImportResult,
  ResponsePreview,
} from '#shared/evaluation/responsesSchema.ts'
import type { Administration, AdministrationDraft } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

/** So many bytes of text are read at once, and not in a thread of their own. */
const shortText = 256 * 1024

/** One for the app: the file that it read for the preview serves the import too. */
const surveyWorker = new ImportWorker('survey')

/** Says what importing a staged survey export would add. @throws Refusal `unreadable_sheet`, `invalid_input`, `cancelled` */
export async function previewResponses(
  workspace: Workspace,
  input: ResponseImportOptions,
  call: CallContext,
): Promise<ResponsePreview> {
  const { staged, about } = stagedSurvey(workspace, input)
  call.progress(`Reading ${staged.name}`)
  return isShort(staged)
    ? previewSurvey(workspace.current().db, about.choices, readSurvey(staged))
    : surveyWorker.run('previewResponses', about, call.signal)
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

/** Something was written while a file was compared with what is there: it may have been the same file. */
class Outdated extends Error {}

/** `applyResponses`, with a say about the backup. */
export async function importResponses(
  workspace: Workspace,
  { backUp, ...input }: ResponseImportOptions & { backUp: boolean },
  call: CallContext,
): Promise<ResponseImportResult> {
  const data = workspace.current()
  const { staged, about } = stagedSurvey(workspace, input)
  let isBackedUp = !backUp
  for (;;) {
    call.progress(`Reading ${staged.name}`)
    const planned = isShort(staged)
      ? await planSurvey(data.db, about.choices, readSurvey(staged))
      : await surveyWorker.run('planResponses', about, call.signal)
    const wave = requireWave(planned)
    if (!isBackedUp) {
      call.progress('Backing up')
      await workspace.backUp('import', call)
      isBackedUp = true
    }
    call.signal.throwIfAborted()
    call.progress('Writing the responses')
    try {
      return await write(data, planned, { programId: input.programId, wave }, call)
    } catch (error) {
      if (!(error instanceof Outdated)) throw error
    }
  }
}

function write(
  data: DataFile,
  { fileName, sha256, counts, responses, asOfEntry }: PlannedResponses,
  { programId, wave: planned }: { programId: Id; wave: Administration },
  call: CallContext,
): Promise<ResponseImportResult> {
  const label = `Import ${count(counts.create, 'response')} from ${fileName}`
  return data.write(call, { label }, async (tx, entryId) => {
    if ((await newestEntry(tx)) !== asOfEntry) throw new Outdated()
    const wave = planned.id === '' ? await storeAdministration(tx, programId, draftOf(planned)) : planned
    if (responses.length === 0) return { runId: null, entryId: null, administrationId: wave.id, counts }
    await storeResponses(tx, wave, responses)
    const runId = await logImport(tx, {
      at: call.now,
      actor: call.actor,
      file_name: fileName,
      sha256,
      imported_as: 'responses',
      program_id: programId,
      created: counts.create,
      updated: counts.update,
      unchanged: counts.unchanged,
      skipped: counts.skipped,
      entry_id: entryId,
    })
    return { runId, entryId, administrationId: wave.id, counts }
  })
}

function stagedSurvey(workspace: Workspace, { handle, ...choices }: ResponseImportOptions) {
  const staged = workspace.staging.get(handle)
  const { name, bytes } = staged
  return { staged, about: { path: workspace.current().path, handle, name, bytes, choices } }
}

/** Starting a thread takes longer than reading a short text does. */
const isShort = ({ name, bytes }: { name: string; bytes: Uint8Array }): boolean =>
  bytes.length < shortText && /\.(?:csv|tsv|txt)$/i.test(name)

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

function requireWave({ instrument, wave, fileName }: PlannedResponses): Administration {
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
async function storeResponses(tx: Db, wave: Administration, drafts: readonly PlannedResponse[]): Promise<void> {
  const people = drafts.flatMap(({ personId }) => personId ?? [])
  // Those who answered by address get a code too: only the key leads to them.
  const codeOf = wave.identity === 'confidential' ? await codesFor(tx, wave.id, people) : new Map<Id, string>()
  const rowOf = (draft: PlannedResponse): ResponseRow => ({
    source_id: draft.sourceId,
    person_id: wave.identity === 'named' ? draft.personId : null,
    code: (draft.personId !== null && codeOf.get(draft.personId)) || draft.code,
    appointment_id: draft.appointmentId,
    recorded_on: draft.recordedOn,
    level: draft.level,
    site: draft.site,
    answers: draft.answers,
    left_out: draft.leftOut,
    state: draft.state,
    why: draft.why,
  })
  const added = drafts.filter(({ id }) => id === null).map(rowOf)
  // A file in the order of the roster would still say whose each response is after the key is destroyed.
  await insertResponses(tx, wave.id, wave.identity === 'named' ? added : drawn(added))
  for (const draft of drafts) if (draft.id !== null) await updateResponse(tx, draft.id, rowOf(draft))
  await storeComments(tx, wave, drafts)
}

/**
 * Comments stand in a drawn order, so that they cannot be laid beside the responses they came with. Of a response that
 * was there before, only what it did not say yet is added; whose it is cannot be told, so it counts for no new writer.
 */
async function storeComments(tx: Db, wave: Administration, drafts: readonly PlannedResponse[]): Promise<void> {
  const isUpdate = drafts.some(({ id }) => id !== null)
  const there = new Set(isUpdate ? (await loadComments(tx, [wave.id])).map(({ item, text }) => `${item}\n${text}`) : [])
  const comments = drafts.flatMap(({ id, mayRepeat, comments: written, level, site, appointmentId }) => {
    const respondent = mayRepeat ? '' : randomUUID()
    return written
      .filter(({ item, text }) => id === null || !there.has(`${item}\n${text}`))
      .map(({ item, text }) => ({ administrationId: wave.id, respondent, item, level, site, appointmentId, text }))
  })
  await insertComments(tx, drawn(comments))
}

/** The same in an order that says nothing of the one they came in. */
function drawn<T>(all: readonly T[]): T[] {
  const lots = randomFillSync(new BigUint64Array(all.length))
  return [...all.keys()].sort((a, b) => (lots[a]! < lots[b]! ? -1 : 1)).map((at) => all[at]!)
}
