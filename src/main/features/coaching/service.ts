import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { loadDays } from '#main/features/coaching/people.ts'
import { loadCompletions, loadMeetings, loadObservations } from '#main/features/coaching/repository.ts'
import { designInForce } from '#main/features/program/design.ts'
import { type ProcessRules, processOf, type Until } from '#shared/coaching/process.ts'
import type { CoachProcess } from '#shared/coaching/processSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

/** What every coach of a program did in a year until a day, by appointment. */
export async function loadProcess(db: Db, programId: Id, when: Until): Promise<ReadonlyMap<Id, CoachProcess>> {
  const of = { programId }
  const [{ design, settings }, { coaches, pairs }, meetings, completions, observations, leads] = await Promise.all([
    designInForce(db, programId),
    loadDays(db, programId),
    loadMeetings(db, of),
    loadCompletions(db, of),
    loadObservations(db, of),
    loadLeads(db, programId, when.until),
  ])
  const rules: ProcessRules = {
    termsPerYear: settings.termsPerYear.value,
    meetingsPerTerm: settings.meetingsPerTerm.value,
    wantedPercent: settings.requiredSharePercent.value,
    modules: design.development.choices.modules,
    observationsPerYear: settings.observationsPerYear.value,
  }
  const pairsOf = Map.groupBy(pairs, ({ coachId }) => coachId)
  const meetingsOf = Map.groupBy(meetings, ({ coachId }) => coachId)
  const completionsOf = Map.groupBy(completions, ({ coachId }) => coachId)
  const observationsOf = Map.groupBy(observations, ({ coachId }) => coachId)
  const observers = new Set(observations.flatMap(({ observerId }) => observerId ?? []))
  return new Map(
    [...coaches].map(([id, days]) => [
      id,
      processOf(
        {
          roles: [
            'coach',
            ...(leads.has(id) ? (['leadCoach'] as const) : []),
            ...(observers.has(id) ? (['observer'] as const) : []),
          ],
          days,
          pairs: pairsOf.get(id) ?? [],
          meetings: meetingsOf.get(id) ?? [],
          completions: completionsOf.get(id) ?? [],
          observations: observationsOf.get(id) ?? [],
        },
        rules,
        when,
      ),
    ]),
  )
}

/** Appointments of people who are lead coaches of the program on a day. */
async function loadLeads(db: Db, programId: Id, day: string): Promise<ReadonlySet<Id>> {
  const rows = await db
    .selectFrom('staff_role')
    .innerJoin('appointment', 'appointment.person_id', 'staff_role.person_id')
    .select('appointment.id')
    .where('staff_role.program_id', '=', programId)
    .where('appointment.program_id', '=', programId)
    .where('role', '=', 'leadCoach')
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
