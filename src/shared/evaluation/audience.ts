import type { InstrumentClass } from '#shared/evaluation/instrumentSchema.ts'
import type { Access, Audience, DataClass, Sharing } from '#shared/program/design/audiences.ts'

/** Goals come under the rules for ratings: the matrix of question 8 has no class of its own for them. */
const sharedAs: Record<InstrumentClass, DataClass> = { ratings: 'ratings', goals: 'ratings', wellBeing: 'wellBeing' }

/** What an audience may see of an instrument’s figures, as question 8 decides. */
export const accessTo = (sharing: Sharing, audience: Audience, dataClass: InstrumentClass): Access =>
  sharing[audience][sharedAs[dataClass]]

/** Whether figures of groups may be shown. "Their own" is no group: a coach sees theirs among the coaches’ figures. */
export const seesGroups = (access: Access): boolean => access === 'aggregated' || access === 'named'
