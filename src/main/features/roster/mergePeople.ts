import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { valuesOf } from '#main/features/roster/importValues.ts'
import { learners } from '#main/features/roster/learners.ts'
import { joinPlaces, moveToPerson, type Sequence } from '#main/features/roster/mergePlaces.ts'
import { personColumns, replaceIdentities, updatePerson } from '#main/features/roster/people.ts'
import { loadPerson } from '#main/features/roster/person.ts'
import { loadStaff } from '#main/features/roster/staffRows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { type ComparedPerson, findDuplicatePeople } from '#shared/roster/duplicatePeople.ts'
import {
  compareForMerge,
  inSequence,
  type MergeChoices,
  mergedFields,
  type PlaceDates,
  unknownFrom,
} from '#shared/roster/merge.ts'
import type { DuplicatePeople, MergePreview } from '#shared/roster/mergeSchema.ts'
import { overlap } from '#shared/roster/pairing.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner, Pairing, Person, RosterKind } from '#shared/roster/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { goneCoachStatuses, goneLearnerStatuses } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>

/** People of a program who may be entered twice, most alike first. */
export async function listDuplicatePeople(file: DataFile, programId: Id, call: CallContext): Promise<DuplicatePeople> {
  const program = await getProgram(file.db, programId, call.today)
  const rows: AnyPlace[] = [
    ...(await learners.load(file.db, programId, call.today)).map((row) => ({ kind: 'learners' as const, row })),
    ...(await coaches.load(file.db, programId, call.today)).map((row) => ({ kind: 'coaches' as const, row })),
    ...(await loadStaff(file.db, programId)).map((row) => ({ kind: 'staff' as const, row })),
  ]
  // Who is a learner and a coach, or holds two roles, is one person, known by what both rows say.
  const placesOf = Map.groupBy(rows, ({ row }) => row.personId)
  const people = [...placesOf].map(([personId, places]): ComparedPerson => ({
    personId,
    values: Object.assign(
      {},
      // What tells staff apart is what tells coaches apart.
      ...places.map(({ kind, row }) => valuesOf(kind === 'staff' ? 'coaches' : kind, row, program)),
    ) as ComparedPerson['values'],
  }))
  const describe = (personId: Id) => {
    const places = placesOf.get(personId)!
    const { row } = places[0]!
    return {
      personId,
      name: displayName(row),
      email: row.email,
      about: [...new Set(places.map(aboutPlace))].join('; '),
    }
  }
  return findDuplicatePeople(people).map(({ keepId, mergeId, reason, score }) => {
    return { keep: describe(keepId), merge: describe(mergeId), reason, score }
  })
}

type AnyPlace =
  | { kind: 'learners'; row: Learner }
  | { kind: 'coaches'; row: Coach }
  | { kind: 'staff'; row: StaffMember }

function aboutPlace({ kind, row }: AnyPlace): string {
  if (kind === 'coaches') return 'Coach'
  if (kind === 'staff') return staffRoleLabels[row.role]
  const { classYear, level } = row
  return ['Learner', classYear === null ? level : `class of ${classYear}`].filter((part) => part !== '').join(', ')
}

/** What merging one person into another would do, field by field. */
export async function previewMerge(db: Db, { keepId, mergeId }: MergeIds): Promise<MergePreview> {
  const { keep, merge } = await loadBoth(db, { keepId, mergeId })
  const { obstacle, joins } = planPlaces(keep, merge)
  return {
    keepName: displayName(keep),
    mergeName: displayName(merge),
    fields: compareForMerge(keep, merge),
    moves: {
      enrolments: merge.enrolments.length,
      appointments: merge.appointments.length,
      staffRoles: merge.staff.length,
      pairings: merge.pairings.length,
    },
    joins: joins.map(({ program }) => program),
    obstacle,
  }
}

interface MergeIds {
  keepId: Id
  mergeId: Id
}

/**
 * Makes one person of two: identities, places and pairings go over, and one record stays. Undoing the entry takes them
 * apart again. Refuses `not_found`, and `conflict` where both have a place in one program at the same time or with unknown
 * days between, or one coaches the other.
 */
export async function mergePeople(
  file: DataFile,
  input: MergeIds & { take: MergeChoices },
  call: CallContext,
): Promise<Person> {
  const { keepId, mergeId } = input
  const { keep, merge } = await loadBoth(file.db, input)
  return file.write(call, { label: `Merge ${displayName(merge)} into ${displayName(keep)}` }, async (tx) => {
    const both = await loadBoth(tx, input)
    const { obstacle, joins } = planPlaces(both.keep, both.merge)
    if (obstacle !== null) throw refuse('conflict', obstacle)
    const fields = mergedFields(both.keep, both.merge, input.take)
    if (fields.otherEmails.length > 10)
      throw refuse('conflict', 'Together they have more than 10 further e-mails. Take some out of either first.')
    await moveToPerson(tx, mergeId, keepId)
    await replaceIdentities(tx, [{ personId: keepId, identities: fields }])
    const columns = Object.entries(personColumns).map(([field, column]) => [
      column,
      fields[field as keyof typeof fields],
    ])
    await updatePerson(tx, keepId, Object.fromEntries(columns))
    for (const { kind, sequence } of joins) await joinPlaces(tx, kind, sequence)
    await tx.deleteFrom('person').where('id', '=', mergeId).execute()
    return (await loadPerson(tx, keepId))!
  })
}

async function loadBoth(db: Db, { keepId, mergeId }: MergeIds): Promise<{ keep: Person; merge: Person }> {
  if (keepId === mergeId) throw refuse('invalid_input', 'Choose two different people to merge.')
  const [keep, merge] = [await loadPerson(db, keepId), await loadPerson(db, mergeId)]
  if (!keep || !merge)
    throw refuse('not_found', 'One of the two is not in the open data file any more. The list now shows who is.')
  return { keep, merge }
}

type Join = { kind: RosterKind; program: string; sequence: Sequence }
type Place = Person['enrolments'][number] | Person['appointments'][number]

/** Which places become one, and what stands in the way. */
function planPlaces(keep: Person, merge: Person): { joins: Join[]; obstacle: string | null } {
  const names = `${displayName(keep)} and ${displayName(merge)}`
  if (keep.pairings.some(({ learnerPersonId, coachPersonId }) => [learnerPersonId, coachPersonId].includes(merge.id)))
    return {
      joins: [],
      obstacle: `${names} are paired with each other, so they are two. Remove that pairing first, if it is wrong.`,
    }
  const twice = merge.staff.find(({ id, role, programId, ...days }) =>
    keep.staff.some((other) => other.role === role && other.programId === programId && overlap(other, days)),
  )
  if (twice)
    return {
      joins: [],
      obstacle: `${names} both have the role ${staffRoleLabels[twice.role]} in ${twice.programName} at the same time. Remove the one entered by mistake, then merge.`,
    }
  const joins: Join[] = []
  for (const kind of ['learners', 'coaches'] as const) {
    const places = (person: Person): Place[] => (kind === 'learners' ? person.enrolments : person.appointments)
    for (const stay of places(keep)) {
      const go = places(merge).find(({ programId }) => programId === stay.programId)
      if (!go) continue
      const order = inSequence(dated(stay), dated(go))
      if (!order || pairedTwice(kind, stay.id, go.id, [...keep.pairings, ...merge.pairings]))
        return {
          joins: [],
          obstacle: `${names} are both ${kind} of ${stay.programName} at the same time. Remove the one entered by mistake from it, then merge.`,
        }
      const unknown = unknownFrom(order)
      if (unknown !== null)
        return {
          joins: [],
          obstacle: `The first place in ${stay.programName} ended on ${formatDate(order.earlier.endDate!)}, and nothing says what ${displayName(keep)} was from ${formatDate(unknown)} on. Set a status from that day, such as ${kind === 'learners' ? 'Withdrawn or Research year' : 'Departed or On leave'}, then merge.`,
        }
      joins.push({ kind, program: stay.programName, sequence: sequenceOf(stay, go, order) })
    }
  }
  return { joins, obstacle: null }
}

type DatedPlace = PlaceDates & { id: Id }

const dated = ({ id, startDate, endDate, standings }: Place): DatedPlace => ({
  id,
  startDate,
  endDate,
  standings: standings.map(({ fromOn, toOn, status }) => ({ fromOn, toOn, gone: goneStatuses.has(status) })),
})

function sequenceOf(stay: Place, go: Place, { earlier, later }: { earlier: DatedPlace; later: DatedPlace }): Sequence {
  return {
    stayId: stay.id,
    goId: go.id,
    earlierId: earlier.id,
    earlierLast: earlier.standings.at(-1)!.fromOn,
    laterFirst: later.standings[0]!.fromOn,
  }
}

const goneStatuses = new Set<string>([...goneLearnerStatuses, ...goneCoachStatuses])

/** Both had the same learner or coach on one day, which one place cannot. */
function pairedTwice(kind: RosterKind, stayId: Id, goId: Id, pairings: readonly Pairing[]): boolean {
  const [own, other] = kind === 'learners' ? (['learnerId', 'coachId'] as const) : (['coachId', 'learnerId'] as const)
  const of = (id: Id) => pairings.filter((pairing) => pairing[own] === id)
  return of(stayId).some((a) => of(goId).some((b) => a[other] === b[other] && overlap(a, b)))
}
