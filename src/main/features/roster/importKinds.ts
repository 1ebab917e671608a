import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { applyPlan } from '#main/features/roster/applyPlan.ts'
import { markMissing, type NotInFile } from '#main/features/roster/importMissing.ts'
import { loadPlaced } from '#main/features/roster/importPlaced.ts'
import { applyStaff, endMissing, loadStaffMembers } from '#main/features/roster/importStaff.ts'
import { type PlacedKind, placedCoaches, placedLearners } from '#main/features/roster/placedKind.ts'
import type { PlannedChanges } from '#main/features/roster/plannedChanges.ts'
import { staffNoun } from '#main/features/roster/staff.ts'
import type { KnownPerson } from '#shared/imports/matchPeople.ts'
import type { MissingChoices } from '#shared/imports/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner, PeopleKind } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** What tells importing learners, coaches and staff apart. */
interface ImportKind {
  readonly noun: { one: string; many: string }
  /** Everybody the data file knows, with their places in this program. */
  loadKnown(db: Db, program: Program, today: PlainDate): Promise<KnownPerson[]>
  apply(
    tx: Db,
    changes: PlannedChanges,
    about: { program: Program; fileName: string },
    call: CallContext,
  ): Promise<void>
  /** What becomes of people the file does not name. @returns how many changed @throws Refusal `invalid_input` */
  markMissing(tx: Db, notIn: NotInFile, chosen: MissingChoices & { programId: Id }, call: CallContext): Promise<number>
}

const placed = <R extends Learner | Coach>(how: PlacedKind<R>): ImportKind => ({
  noun: how.placement.noun,
  loadKnown: (db, program, today) => loadPlaced(db, how, program, today),
  apply: (tx, changes, about, call) => applyPlan(tx, how, changes, about, call),
  markMissing: (tx, notIn, chosen, call) => markMissing(tx, how, notIn, chosen, call),
})

export const importKinds: Readonly<Record<PeopleKind, ImportKind>> = {
  learners: placed(placedLearners),
  coaches: placed(placedCoaches),
  staff: { noun: staffNoun, loadKnown: loadStaffMembers, apply: applyStaff, markMissing: endMissing },
}
