import type { Kysely } from 'kysely'
import { inBatches } from '#main/database/insertRows.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { patchOf } from '#main/features/roster/importValues.ts'
import { insertParts } from '#main/features/roster/importRepository.ts'
import { pairFromImport } from '#main/features/roster/importPairings.ts'
import { insertPeople } from '#main/features/roster/people.ts'
import type { PlacedKind } from '#main/features/roster/placedKind.ts'
import type { PlannedChange, PlannedChanges } from '#main/features/roster/plannedChanges.ts'
import { type Change, changePeople, changePlace } from '#main/features/roster/service.ts'
import type { Program } from '#shared/program/schema.ts'
import { patched } from '#shared/roster/patch.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** Carries out a plan inside a write: missing cohorts and sites first, then changes, then the new, then who coaches whom. */
export async function applyPlan<R extends Learner | Coach>(
  tx: Db,
  how: PlacedKind<R>,
  changes: PlannedChanges,
  { program, fileName }: { program: Program; fileName: string },
  call: CallContext,
): Promise<void> {
  await insertParts(tx, 'cohort', program.id, changes.newCohorts)
  await insertParts(tx, 'site', program.id, changes.newSites)
  const complete = await getProgram(tx, program.id, call.today)
  const known = changes.rows.filter(({ person }) => person !== null && person.placeId !== null)
  const elsewhere = changes.rows.filter(({ person }) => person !== null && person.placeId === null)
  const newcomers = changes.rows.filter(({ person }) => person === null)
  const placeIds = known.map(({ person }) => person!.placeId!)
  const stored = new Map((await how.placement.load(tx, program.id, call.today, placeIds)).map((row) => [row.id, row]))
  const changeOf = (row: PlannedChange): Change<R> => {
    const before = stored.get(row.person!.placeId ?? '') ?? knownElsewhere(how, row, program, call)
    return { before, after: filled(before, row, complete) }
  }
  const edited = known.map(changeOf)
  const joining = elsewhere.map(changeOf)

  await changePeople(tx, [...edited, ...joining])
  for (const { before, after } of edited) {
    call.signal.throwIfAborted()
    await changePlace(tx, how.placement, before, after, call.today, '')
  }
  const blank = how.blank(call.today)
  const joined = joining.map(({ after }) => ({ personId: after.personId, row: after }))
  const placedIds = await how.placement.insert(tx, program.id, joined, call.today)
  // Some at a time: nothing holds up the window that is made of all rows at once.
  for (const batch of inBatches(newcomers)) {
    call.signal.throwIfAborted()
    const rows = batch.map((row) => filled(blank, row, complete))
    const ids = await insertPeople(tx, rows)
    const places = rows.map((row, index) => ({ personId: ids[index]!, row }))
    placedIds.push(...(await how.placement.insert(tx, program.id, places, call.today)))
  }
  const pairs = [
    ...known.map(({ coachId }, index) => ({ learnerId: placeIds[index]!, coachId })),
    ...[...elsewhere, ...newcomers].map(({ coachId }, index) => ({ learnerId: placedIds[index]!, coachId })),
  ].flatMap(({ learnerId, coachId }) => (coachId === null ? [] : [{ learnerId, coachId }]))
  await pairFromImport(tx, program.id, pairs, `Import of ${fileName}`, call)
}

/** A row with what the file says of it. */
function filled<R extends Learner | Coach>(row: R, { set, custom }: PlannedChange, program: Program): R {
  return { ...patched(row, patchOf<R>(set, program)), custom: { ...row.custom, ...custom } }
}

/** Somebody known from another program as a row of this one, before they have a place in it. */
function knownElsewhere<R extends Learner | Coach>(
  how: PlacedKind<R>,
  row: PlannedChange,
  program: Program,
  call: CallContext,
): R {
  const { personId, values } = row.person!
  return { ...patched(how.blank(call.today), patchOf<R>(values, program)), personId }
}
