import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { addDays, type PlainDate, plainDateSchema } from '#shared/kernel/plainDate.ts'
import { overlap, type PairedDays } from '#shared/roster/pairing.ts'
import { coachPatchSchema } from '#shared/roster/schema.ts'
import { type StaffRole, staffRoles } from '#shared/roster/staffRoles.ts'

/** What an administrator can set for somebody who runs the program; a field left out keeps its value. */
export const staffPatchSchema = coachPatchSchema
  .pick({
    lastName: true,
    firstName: true,
    middleName: true,
    suffix: true,
    preferredName: true,
    email: true,
    otherEmails: true,
    studentId: true,
    employeeId: true,
    aamcId: true,
    npi: true,
    netId: true,
    degrees: true,
    department: true,
    effort: true,
    siteId: true,
  })
  .extend({
    role: z.enum(staffRoles),
    title: z.string().trim().max(120).describe('as the institution calls it: "Assistant Dean for Coaching"'),
    fromOn: plainDateSchema,
    toOn: plainDateSchema.nullable().describe('the last day; null while it holds'),
    roleNote: z.string().trim().max(2000),
  })
  .partial()

/** One role of one person in a program: one row of the grid. */
export const staffMemberSchema = staffPatchSchema.required().extend({
  id: idSchema,
  personId: idSchema,
  revision: z.int().describe('grows with every change to the person or the role'),
})

/** Somebody the data file knows already, and what as. */
export const knownPersonSchema = z.object({
  personId: idSchema,
  name: z.string(),
  email: z.string(),
  about: z.array(z.string()).describe('"coach in Internal medicine residency"'),
})

export type StaffMember = z.infer<typeof staffMemberSchema>
export type KnownPerson = z.infer<typeof knownPersonSchema>

/** What becomes of the roles of somebody whom an imported list does not name. */
export const endedByImport = 'ended'

/** Fields that hold from a day on: a change begins another row. */
export const datedStaffFields = ['role', 'title', 'effort'] as const

export const tenures = ['now', 'later', 'ended'] as const
export type Tenure = (typeof tenures)[number]

export const tenureLabels: Record<Tenure, string> = { now: 'In the role', later: 'To come', ended: 'Ended' }

/** Whether a role holds on a day, is still to come, or is over. */
export function tenureOn({ fromOn, toOn }: PairedDays, day: PlainDate): Tenure {
  if (fromOn > day) return 'later'
  return toOn !== null && toOn < day ? 'ended' : 'now'
}

/**
 * The rows that a list of today shows: of periods that follow each other without a gap, the one that holds or, after
 * them all, the last. What went before is in the person's timeline, and on its own day.
 */
export function withoutPast<R extends PairedDays & { personId: string }>(rows: readonly R[], day: PlainDate): R[] {
  const begins = new Set(rows.map(({ personId, fromOn }) => `${personId} ${fromOn}`))
  return rows.filter((row) => tenureOn(row, day) !== 'ended' || !begins.has(`${row.personId} ${addDays(row.toOn!, 1)}`))
}

/** The row that says the same of the same days: nobody holds a role of a program twice on one day. */
export const sameRole = <R extends PairedDays & { id: string; personId: string; role: StaffRole }>(
  row: R,
  others: readonly R[],
): R | undefined =>
  others.find(
    (other) => other.id !== row.id && other.personId === row.personId && other.role === row.role && overlap(other, row),
  )
