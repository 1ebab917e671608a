import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import {
  copyAnswers,
  deleteVersion,
  findVersion,
  insertVersion,
  loadAnswers,
  loadVersions,
  markAdopted,
  markSuperseded,
  putAnswer,
  type SavedVersion,
} from '#main/features/program/designRepository.ts'
import { requireProgram } from '#main/features/program/service.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { answerTo, compareAnswers, compareDesigns as changesBetween } from '#shared/program/design/compare.ts'
import { type AnswerTo, type Design, designSchema, type Question, questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import { type Settings, settingsOf } from '#shared/program/design/settings.ts'
import type { DesignChange, DesignVersion, StoredDesign } from '#shared/program/design/version.ts'

type Db = Kysely<Tables>

export interface DesignView {
  version: DesignVersion
  answers: StoredDesign
  settings: Settings
}

const noVersion: DesignVersion = { id: null, number: 1, state: 'draft', adoptedOn: null, adoptedBy: '' }

/** A version with its answers and what it sets: the given one; the draft, or else the adopted one, where none is given. */
export async function getDesign(
  db: Db,
  { programId, versionId }: { programId: Id; versionId?: Id | undefined },
): Promise<DesignView> {
  await requireProgram(db, programId)
  const versions = await loadVersions(db, programId)
  if (versionId === undefined) return viewOf(db, versions[0] ?? noVersion)
  const version = versions.find(({ id }) => id === versionId)
  if (!version) throw refuse('not_found', 'This version is not part of the program’s design any more.')
  return viewOf(db, version)
}

/** What the rest of the app obeys: the adopted version, or the draft while none was ever adopted. */
export async function designInForce(
  db: Db,
  programId: Id,
): Promise<{ version: DesignVersion; design: Design; settings: Settings }> {
  await requireProgram(db, programId)
  const versions = await loadVersions(db, programId)
  const adopted = versions.find(({ state }) => state === 'adopted')
  const { version, answers, settings } = await viewOf(db, adopted ?? versions[0] ?? noVersion)
  return { version, design: designOf(answers), settings }
}

/** What the design in force sets, and of which version that is. */
export async function settingsInForce(db: Db, programId: Id): Promise<{ version: DesignVersion; settings: Settings }> {
  const { version, settings } = await designInForce(db, programId)
  return { version, settings }
}

export async function listVersions(db: Db, programId: Id): Promise<DesignVersion[]> {
  await requireProgram(db, programId)
  return loadVersions(db, programId)
}

/**
 * Saves one answer in the draft; the first answer of a program starts version 1.
 * @throws Refusal `stale` with what differs, `conflict` where there is no draft
 */
export async function saveAnswer(
  file: DataFile,
  input: { programId: Id; revision: number } & AnswerTo,
  call: CallContext,
): Promise<DesignView> {
  const { number, title } = questionTexts[input.question]
  return file.write(call, { label: `Answer question ${number}, ${title.toLowerCase()}` }, async (tx) => {
    await requireProgram(tx, input.programId)
    const draft = await draftOf(tx, input.programId)
    const stored = (await loadAnswers(tx, draft.id))[input.question]
    if (stored.revision !== input.revision) throw staleAnswer(input, stored)
    await putAnswer(tx, draft.id, input, stored.revision, call)
    return viewOf(tx, draft)
  })
}

/** Starts a draft from the adopted version. @throws Refusal `conflict` where there is a draft already */
export async function startVersion(file: DataFile, programId: Id, call: CallContext): Promise<DesignVersion> {
  return file.write(call, { label: (version) => `Start version ${version.number} of the design` }, async (tx) => {
    await requireProgram(tx, programId)
    const [last] = await loadVersions(tx, programId)
    if (last?.state === 'draft')
      throw refuse('conflict', `Version ${last.number} is still a draft. Change it, or adopt it first.`)
    const id = await insertVersion(tx, programId, (last?.number ?? 0) + 1)
    if (last) await copyAnswers(tx, last.id, id)
    return (await loadVersions(tx, programId))[0]!
  })
}

/** Adopts the draft on a day. @throws Refusal `conflict` where there is nothing to adopt, or the day is before the last adoption */
export async function adoptDesign(
  file: DataFile,
  { programId, on, by }: { programId: Id; on: PlainDate; by: string },
  call: CallContext,
): Promise<DesignVersion> {
  return file.write(call, { label: (version) => `Adopt version ${version.number} of the design` }, async (tx) => {
    await requireProgram(tx, programId)
    const versions = await loadVersions(tx, programId)
    const draft = versions.find(({ state }) => state === 'draft')
    if (!draft) throw refuse('conflict', 'There is no draft to adopt. Answer a question, or start a version first.')
    const adopted = versions.find(({ state }) => state === 'adopted')
    if (adopted && on < adopted.adoptedOn!)
      throw refuse(
        'conflict',
        `Version ${adopted.number} was adopted on ${formatDate(adopted.adoptedOn!)}. Enter that day or a later one.`,
        [{ path: 'on', message: `Enter ${formatDate(adopted.adoptedOn!)} or a later day.` }],
      )
    if (adopted) await markSuperseded(tx, adopted.id)
    await markAdopted(tx, draft.id, on, by)
    return (await loadVersions(tx, programId))[0]!
  })
}

/** Gives the draft up. @returns the version that is left on top */
export async function discardDraft(file: DataFile, programId: Id, call: CallContext): Promise<DesignVersion> {
  return file.write(call, { label: 'Give up the draft of the design' }, async (tx) => {
    await requireProgram(tx, programId)
    const [draft, last] = await loadVersions(tx, programId)
    if (draft?.state !== 'draft') throw refuse('conflict', 'There is no draft to give up.')
    await deleteVersion(tx, draft.id)
    return last ?? noVersion
  })
}

/** What changed between two versions; of two programs, too. */
export async function compareVersions(
  db: Db,
  input: { from: Id; to: Id },
): Promise<{ from: DesignVersion; to: DesignVersion; changes: DesignChange[] }> {
  const [from, to] = [await requireVersion(db, input.from), await requireVersion(db, input.to)]
  const [before, after] = [await loadAnswers(db, from.id), await loadAnswers(db, to.id)]
  return { from, to, changes: changesBetween(designOf(before), designOf(after)) }
}

/** Copies answers of one program into the draft of another, which starts a draft where it has none. */
export async function copyDesign(
  file: DataFile,
  input: { fromProgramId: Id; toProgramId: Id; questions?: Question[] | undefined },
  call: CallContext,
): Promise<DesignView> {
  if (input.fromProgramId === input.toProgramId)
    throw refuse('conflict', 'A design cannot be copied onto itself. Choose another program.')
  const source = await requireProgram(file.db, input.fromProgramId)
  return file.write(call, { label: `Copy the design of ${source.name}` }, async (tx) => {
    await requireProgram(tx, input.toProgramId)
    const [last] = await loadVersions(tx, source.id)
    if (!last) throw refuse('conflict', `${source.name} has no design to copy.`)
    const [from, draft] = [await loadAnswers(tx, last.id), await draftOf(tx, input.toProgramId)]
    const there = await loadAnswers(tx, draft.id)
    for (const question of input.questions ?? questions)
      if (from[question].revision > 0)
        await putAnswer(tx, draft.id, answerTo(designOf(from), question), there[question].revision, call)
    return viewOf(tx, draft)
  })
}

/** The bare answers, without how they stand in the file. */
export function designOf(stored: StoredDesign): Design {
  return designSchema.parse(Object.fromEntries(questions.map((question) => [question, stored[question].answer])))
}

async function viewOf(db: Db, version: DesignVersion): Promise<DesignView> {
  const answers = await loadAnswers(db, version.id)
  return { version, answers, settings: settingsOf(designOf(answers)) }
}

/** The draft; made where the program has no version at all. */
async function draftOf(tx: Db, programId: Id): Promise<SavedVersion> {
  const [last] = await loadVersions(tx, programId)
  if (last?.state === 'draft') return last
  if (last)
    throw refuse(
      'conflict',
      `Version ${last.number} was adopted on ${formatDate(last.adoptedOn!)} and is not changed any more. Start a new version to change it.`,
    )
  await insertVersion(tx, programId, 1)
  return (await loadVersions(tx, programId))[0]!
}

async function requireVersion(db: Db, id: Id): Promise<SavedVersion> {
  const version = await findVersion(db, id)
  if (!version) throw refuse('not_found', 'This version of the design is not in the open data file any more.')
  const { programId: _, ...rest } = version
  return rest
}

function staleAnswer(entered: AnswerTo, stored: StoredDesign[Question]) {
  const saved = { question: entered.question, answer: stored.answer } as AnswerTo
  const changes = compareAnswers(saved, entered)
  const who = stored.savedBy === '' ? 'It was taken back' : `${stored.savedBy} changed it`
  return refuse(
    'stale',
    `Question ${questionTexts[entered.question].number} was changed since it was opened. ${who}. Look at what differs, then save again.`,
    changes.map(({ field, label, before, after }) => ({
      path: `answer.${field}`,
      message: `${label}: ${before || 'nothing'} is saved, ${after || 'nothing'} was entered.`,
    })),
  )
}
