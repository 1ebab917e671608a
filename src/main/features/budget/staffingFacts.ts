import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { settingsInForce } from '#main/features/program/design.ts'
import { getProgram } from '#main/features/program/service.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import { lastLevelOf } from '#shared/roster/rollover.ts'
import { standingOn } from '#shared/roster/standing.ts'
import { coachPresence, learnerPresence } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>

/** What the roster and the design say of a program on a day, as far as staffing needs it. */
export async function loadStaffingFacts(db: Db, programId: Id, day: PlainDate): Promise<StaffingFacts> {
  const program = await getProgram(db, programId, day)
  const [{ settings }, learners, coaches, effortElsewhere] = await Promise.all([
    settingsInForce(db, programId),
    loadLearners(db, programId, day),
    loadCoaches(db, programId, day),
    loadEffortElsewhere(db, programId, day),
  ])
  const perTerm = settings.meetingsPerTerm.value
  const waves = settings.instruments.value.flatMap((instrument) => instrument.waves)
  return {
    asOf: day,
    programYear: program.year,
    levels: levelsOf(
      program,
      learners.map(({ level }) => level),
    ),
    learners: countLearners(learners),
    coaches,
    effortElsewhere,
    design: {
      learnersPerCoach: settings.learnersPerCoach.value,
      learnersPerCoachByLevel: settings.learnersPerCoachByLevel.value,
      sameSite: settings.sameSite.value,
      meetingsPerYear: perTerm === null ? null : perTerm * settings.termsPerYear.value,
      administrationsPerYear: settings.instruments.decided ? waves.length : null,
    },
  }
}

/** The numbered levels in the order of the years; learners of the last one graduate. */
function levelsOf({ kind, cohorts }: Program, present: readonly string[]): string[] {
  const names = cohorts.map(({ name }) => name)
  const last = lastLevelOf(kind, names, present)
  return Array.from({ length: last }, (_, index) => `${kind === 'ume' ? 'M' : 'PGY-'}${index + 1}`)
}

interface LearnerToday {
  level: string
  site: string
  away: boolean
}

async function loadLearners(db: Db, programId: Id, day: PlainDate): Promise<LearnerToday[]> {
  const [rows, standings] = await Promise.all([
    db
      .selectFrom('enrolment')
      .leftJoin('site', 'site.id', 'site_id')
      .select(['enrolment.id', 'starts_on', 'ends_on', 'site.name as site'])
      .where('enrolment.program_id', '=', programId)
      .execute(),
    db
      .selectFrom('enrolment_standing')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
      .select(['enrolment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'level'])
      .where('program_id', '=', programId)
      .orderBy('from_on')
      .execute(),
  ])
  const standingsOf = Map.groupBy(standings, ({ enrolment_id }) => enrolment_id)
  return rows.flatMap(({ id, starts_on, ends_on, site }): LearnerToday[] => {
    const standing = standingOn(standingsOf.get(id) ?? [], day)
    const presence = learnerPresence(standing?.status ?? 'active')
    if (presence === 'gone' || isOutside(starts_on, ends_on, day)) return []
    return [{ level: standing?.level ?? '', site: site ?? '', away: presence === 'away' }]
  })
}

/** By level and site, in that order. */
function countLearners(learners: readonly LearnerToday[]): StaffingFacts['learners'] {
  const groups = Map.groupBy(learners, ({ level, site }) => JSON.stringify([level, site]))
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      level: group[0]!.level,
      site: group[0]!.site,
      learners: group.filter(({ away }) => !away).length,
      away: group.filter(({ away }) => away).length,
    }))
}

/** Who is appointed on a day or will be, by name. */
async function loadCoaches(db: Db, programId: Id, day: PlainDate): Promise<StaffingFacts['coaches']> {
  const [rows, standings, pairs] = await Promise.all([
    db
      .selectFrom('appointment')
      .innerJoin('person', 'person.id', 'person_id')
      .leftJoin('site', 'site.id', 'site_id')
      .select(['appointment.id', 'person_id as personId', 'department', 'site.name as site', 'starts_on', 'ends_on'])
      .select(['last_name as lastName', 'first_name as firstName', 'preferred_name as preferredName'])
      .select(['middle_name as middleName', 'suffix'])
      .where('appointment.program_id', '=', programId)
      .orderBy('last_name')
      .orderBy('first_name')
      .orderBy('appointment.id')
      .execute(),
    db
      .selectFrom('appointment_standing')
      .innerJoin('appointment', 'appointment.id', 'appointment_id')
      .select(['appointment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'capacity', 'effort'])
      .where('program_id', '=', programId)
      .orderBy('from_on')
      .execute(),
    db
      .selectFrom('pairing')
      .innerJoin('appointment', 'appointment.id', 'appointment_id')
      .select(['appointment_id as coachId'])
      .where('program_id', '=', programId)
      .where('from_on', '<=', day)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
      .execute(),
  ])
  const standingsOf = Map.groupBy(standings, ({ appointment_id }) => appointment_id)
  const loads = Map.groupBy(pairs, ({ coachId }) => coachId)
  return rows.flatMap((row): StaffingFacts['coaches'] => {
    const standing = standingOn(standingsOf.get(row.id) ?? [], day)
    const presence = coachPresence(standing?.status ?? 'active')
    if (presence === 'gone' || (row.ends_on !== null && row.ends_on < day)) return []
    return [
      {
        appointmentId: row.id,
        personId: row.personId,
        name: displayName(row),
        department: row.department,
        site: row.site ?? '',
        effort: standing?.effort ?? null,
        capacity: standing?.capacity ?? null,
        learners: loads.get(row.id)?.length ?? 0,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        available: presence === 'present',
      },
    ]
  })
}

/** Effort that the budgets and appointments of other programs in use plan, by person. */
async function loadEffortElsewhere(db: Db, programId: Id, day: PlainDate): Promise<StaffingFacts['effortElsewhere']> {
  const [positions, appointed] = await Promise.all([
    db
      .selectFrom('budget_item')
      .innerJoin('budget', 'budget.id', 'budget_id')
      .innerJoin('program', 'program.id', 'budget.program_id')
      .select(['budget.program_id', 'budget.number', 'person_id', 'content'])
      .where('budget.program_id', '<>', programId)
      .where('archived_on', 'is', null)
      .where('budget_item.kind', '=', 'position')
      .where('scenario_id', 'is', null)
      .where('person_id', 'is not', null)
      .execute(),
    db
      .selectFrom('appointment_standing')
      .innerJoin('appointment', 'appointment.id', 'appointment_id')
      .innerJoin('program', 'program.id', 'program_id')
      .select(['appointment_id', 'person_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'effort'])
      .where('program_id', '<>', programId)
      .where('archived_on', 'is', null)
      .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)]))
      .orderBy('from_on')
      .execute(),
  ])
  const total = new Map<Id, number>()
  const add = (personId: Id, effort: number) => total.set(personId, (total.get(personId) ?? 0) + effort)
  // Of several versions of a budget the latest says what is planned.
  for (const items of Map.groupBy(positions, ({ program_id }) => program_id).values()) {
    const latest = Math.max(...items.map(({ number }) => number))
    for (const { person_id, content, number } of items)
      if (number === latest) add(person_id!, (JSON.parse(content) as { effort: number }).effort)
  }
  for (const standings of Map.groupBy(appointed, ({ appointment_id }) => appointment_id).values()) {
    const { toOn, status, effort, person_id } = standings.at(-1)!
    if (toOn === null && effort !== null && coachPresence(status) !== 'gone') add(person_id, effort)
  }
  return Object.fromEntries(total)
}

const isOutside = (startsOn: PlainDate | null, endsOn: PlainDate | null, day: PlainDate): boolean =>
  (startsOn !== null && startsOn > day) || (endsOn !== null && endsOn < day)
