import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { type ImportKind, patchOf } from '#main/features/roster/importKinds.ts'
import { insertParts } from '#main/features/roster/importRepository.ts'
import { pairFromImport } from '#main/features/roster/importPairings.ts'
import { insertPeople } from '#main/features/roster/people.ts'
import { type Change, changePeople, changePlace } from '#main/features/roster/service.ts'
import type { ImportPlan, PlannedRow } from '#shared/imports/preview.ts'
import type { Program } from '#shared/program/schema.ts'
import { patched } from '#shared/roster/patch.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** A plan, with the program it was made for. */
export interface PlannedImport {
  plan: ImportPlan
  program: Program
  fileName: string
}

/** Carries out a plan inside a write: missing cohorts and sites first, then changes, then the new, then who coaches whom. */
export async function applyPlan<R extends Learner | Coach>(
  tx: Db,
  how: ImportKind<R>,
  { plan, program, fileName }: PlannedImport,
  call: CallContext,
): Promise<void> {
  await insertParts(tx, 'cohort', program.id, plan.newCohorts)
  await insertParts(tx, 'site', program.id, plan.newSites)
  const complete = await getProgram(tx, program.id, call.today)
  const placeIds = plan.rows.flatMap(({ action, match }) => (action === 'update' ? (match!.person.placeId ?? []) : []))
  const stored = await how.placement.load(tx, program.id, call.today, placeIds)
  const rows = new Map(stored.map((row) => [row.id, row]))
  const changeOf = (row: PlannedRow): Change<R> => {
    const before = rows.get(row.match!.person.placeId ?? '') ?? knownElsewhere(how, row, program, call)
    return { before, after: filled(before, row, complete) }
  }
  const changes = plan.rows.filter(({ action }) => action === 'update').map(changeOf)
  const joining = plan.rows.filter(({ action, match }) => action === 'create' && match).map(changeOf)
  const newcomers = plan.rows.filter(({ action, match }) => action === 'create' && !match)

  await changePeople(tx, [...changes, ...joining])
  for (const { before, after } of changes) {
    call.signal.throwIfAborted()
    await changePlace(tx, how.placement, before, after, call.today, '')
  }
  const blank = how.blank(call.today)
  const newRows = newcomers.map((row) => filled(blank, row, complete))
  const newIds = await insertPeople(tx, newRows)
  call.signal.throwIfAborted()
  const places = [
    ...joining.map(({ after }) => ({ personId: after.personId, row: after })),
    ...newRows.map((row, index) => ({ personId: newIds[index]!, row })),
  ]
  const placedIds = await how.placement.insert(tx, program.id, places, call.today)
  const added = [...plan.rows.filter(({ action, match }) => action === 'create' && match), ...newcomers]
  const pairs = [
    ...plan.rows.flatMap(({ action, match, coach }) =>
      action === 'update' && coach ? [{ learnerId: match!.person.placeId!, coachId: coach.id }] : [],
    ),
    ...added.flatMap(({ coach }, index) => (coach ? [{ learnerId: placedIds[index]!, coachId: coach.id }] : [])),
  ]
  await pairFromImport(tx, program.id, pairs, `Import of ${fileName}`, call)
}

/** A row with what the file says of it. */
function filled<R extends Learner | Coach>(row: R, { set, custom }: PlannedRow, program: Program): R {
  return { ...patched(row, patchOf<R>(set, program)), custom: { ...row.custom, ...custom } }
}

/** Somebody known from another program as a row of this one, before they have a place in it. */
function knownElsewhere<R extends Learner | Coach>(
  how: ImportKind<R>,
  row: PlannedRow,
  program: Program,
  call: CallContext,
): R {
  const { person } = row.match!
  const { personId } = person
  return { ...patched(how.blank(call.today), patchOf<R>(person.values, program)), personId }
}
