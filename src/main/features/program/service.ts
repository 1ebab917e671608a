import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program, ProgramDraft } from '#shared/program/schema.ts'
import {
  countPlaced,
  deletePart,
  findProgram,
  insertPart,
  insertProgram,
  loadParts,
  loadPrograms,
  type PartKind,
  setArchived,
  updatePart,
  updateProgram,
} from '#main/features/program/repository.ts'

type Db = Kysely<Tables>

export async function listPrograms(file: DataFile, call: CallContext): Promise<Program[]> {
  return loadPrograms(file.db, call.today)
}

export async function startProgram(file: DataFile, draft: ProgramDraft, call: CallContext): Promise<Program> {
  return file.write(call, { label: `Start ${draft.name}` }, async (tx) => {
    const id = await insertProgram(tx, draft)
    await saveParts(tx, 'cohort', id, draft.cohorts)
    await saveParts(tx, 'site', id, draft.sites)
    return getProgram(tx, id, call.today)
  })
}

/** Changes a program with its parts; refuses `stale`, and `conflict` where a part taken out still has people in it. */
export async function changeProgram(
  file: DataFile,
  change: ProgramDraft & { id: Id; revision: number },
  call: CallContext,
): Promise<Program> {
  return file.write(call, { label: `Change ${change.name}` }, async (tx) => {
    await requireProgram(tx, change.id)
    if (!(await updateProgram(tx, change.id, change.revision, change)))
      throw refuse(
        'stale',
        `${change.name} was changed elsewhere since it was opened. Open it again to see what is there now.`,
      )
    await saveParts(tx, 'cohort', change.id, change.cohorts)
    await saveParts(tx, 'site', change.id, change.sites)
    return getProgram(tx, change.id, call.today)
  })
}

/** Puts a program away as of today, or brings it back; its people, pairs and design stay. */
export async function archiveProgram(
  file: DataFile,
  { programId, archived }: { programId: Id; archived: boolean },
  call: CallContext,
): Promise<Program> {
  const label = (program: Program): string => `${archived ? 'Archive' : 'Bring back'} ${program.name}`
  return file.write(call, { label }, async (tx) => {
    const { archivedOn } = await getProgram(tx, programId, call.today)
    if ((archivedOn !== null) !== archived) await setArchived(tx, programId, archived ? call.today : null)
    return getProgram(tx, programId, call.today)
  })
}

/** The program, or a refusal that it is not in this data file. */
export async function requireProgram(db: Db, id: Id): Promise<{ id: Id; name: string }> {
  const program = await findProgram(db, id)
  if (!program) throw refuse('not_found', 'This program is not in the open data file.')
  return program
}

/** The program with its parts and counts. */
export async function getProgram(db: Db, id: Id, today: PlainDate): Promise<Program> {
  const program = (await loadPrograms(db, today)).find((candidate) => candidate.id === id)
  if (!program) throw refuse('not_found', 'This program is not in the open data file.')
  return program
}

/** Gives a program one more cohort, after those it has. */
export async function addCohort(tx: Db, programId: Id, name: string): Promise<void> {
  const positions = (await loadParts(tx, 'cohort', programId)).map(({ position }) => position)
  await insertPart(tx, 'cohort', programId, name, Math.max(-1, ...positions) + 1)
}

/** Says which academic year a program is in. */
export async function moveToYear(tx: Db, programId: Id, year: number): Promise<void> {
  await tx
    .updateTable('program')
    .set((eb) => ({ year, revision: eb('revision', '+', 1) }))
    .where('id', '=', programId)
    .execute()
}

async function saveParts(tx: Db, kind: PartKind, programId: Id, wanted: ProgramDraft['cohorts']): Promise<void> {
  const stored = await loadParts(tx, kind, programId)
  for (const part of stored.filter(({ id }) => !wanted.some((keep) => keep.id === id))) {
    await removePart(tx, kind, part)
  }
  for (const [position, part] of wanted.entries()) {
    const before = stored.find(({ id }) => id === part.id)
    if (part.id && !before) throw refuse('not_found', `The ${kind} ${part.name} is not part of this program.`)
    if (!before) await insertPart(tx, kind, programId, part.name, position)
    else if (before.name !== part.name || before.position !== position)
      await updatePart(tx, kind, before.id, part.name, position)
  }
}

async function removePart(tx: Db, kind: PartKind, part: { id: Id; name: string }): Promise<void> {
  const { learners, coaches, staff } = await countPlaced(tx, kind, part.id)
  if (learners + coaches + staff > 0) {
    const who = [
      learners && count(learners, 'learner'),
      coaches && count(coaches, 'coach', 'coaches'),
      staff && count(staff, 'staff role'),
    ].filter(Boolean)
    throw refuse('conflict', `${part.name} still has ${who.join(' and ')}. Move them first, then remove the ${kind}.`)
  }
  await deletePart(tx, kind, part.id)
}
