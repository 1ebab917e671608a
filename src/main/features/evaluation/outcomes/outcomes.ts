import type { Participation } from '#main/features/evaluation/outcomes/participation.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type {
  Coaches,
  Comments,
  GoalResult,
  Goals,
  HiddenReason,
  Overview,
  Results,
} from '#shared/evaluation/resultSchema.ts'
import type { PairedGroup } from '#shared/evaluation/results/paired.ts'
import type { Instant } from '#shared/kernel/plainDate.ts'
import { seesGroups } from '#shared/evaluation/audience.ts'
import type { Audience, DataClass } from '#shared/program/design/audiences.ts'
import type { Settings } from '#shared/program/design/settings.ts'
import type { Program } from '#shared/program/schema.ts'

/** What an audience is told of an instrument: by level and by site, everybody first in both. */
export interface InstrumentOutcome {
  readonly instrument: Instrument
  readonly byLevel: Results
  readonly bySite: Results
  readonly comments: Comments
}

/** All that an outcomes workbook says; every figure in it is already protected for its audience. */
export interface Outcomes {
  readonly program: Program
  readonly institution: string
  readonly year: number
  readonly audience: Audience
  readonly settings: Settings
  readonly goals: Goals
  readonly overview: Overview
  readonly instruments: readonly InstrumentOutcome[]
  readonly coaches: Coaches
  readonly participation: Participation
  readonly suppressed: readonly string[]
  readonly actor: string
  readonly now: Instant
  readonly appVersion: string
}

/** Whether question 8 lets the audience see figures of this class of data. */
export const isShared = (
  { audience, settings }: Pick<Outcomes, 'audience' | 'settings'>,
  dataClass: DataClass,
): boolean => seesGroups(settings.sharing.value[audience][dataClass])

/** What stands where the audience may not see what would stand there. */
export const notShared = 'Question 8 does not share this with this audience.'

/** What stands where a figure does not. */
export const hiddenWords: Record<HiddenReason, string> = {
  small: 'hidden: few people',
  complement: 'hidden: would give few away',
  audience: 'not shared',
}

/** "19 of 24", or why that is hidden. */
export const pairedWords = ({ hidden, paired, learners }: PairedGroup): string =>
  hidden ? hiddenWords[hidden] : `${paired} of ${learners}`

export const goalStatusLabels: Record<GoalResult['status'], string> = {
  met: 'Met',
  notMet: 'Not met',
  noData: 'Not enough data',
  noMeasure: 'No measure',
}
