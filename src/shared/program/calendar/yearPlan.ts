import type { Place } from '#shared/program/calendarSchema.ts'
import type { Design, Question } from '#shared/program/design/design.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { ProgramKind } from '#shared/program/schema.ts'

/** Month and day, placed in an academic year that runs from July to June. */
export type MonthDay = readonly [month: number, day: number]

/** One piece of work that comes every year (domain.md 9). */
export interface YearlyTask {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly place: Place
  readonly question: Question | null
  readonly from: Record<ProgramKind, MonthDay>
  readonly due: Record<ProgramKind, MonthDay>
  /** The program's own date; the usual one where it is not decided. */
  readonly own?: (design: Design) => PlainDate | null
  /** Left out where a program decided against it. */
  readonly unless?: (design: Design) => boolean
  /** Work with pairs, which there is none of before the program starts. */
  readonly needsPairs?: true
  /** Part of how coaching begins: where the program begins in this year, it moves with the first day. */
  readonly opening?: true
}

const both = (month: number, day: number): Record<ProgramKind, MonthDay> => ({ ume: [month, day], gme: [month, day] })

/** Orientation is in July for residents and in August for students; the rest of the year is the same for both. */
export const yearlyTasks: readonly YearlyTask[] = [
  {
    key: 'orientation',
    title: 'Hold the orientation',
    detail: 'The pitch, who sees what, and the agreement of each pair.',
    place: 'year',
    question: 'buyIn',
    from: { gme: [7, 1], ume: [8, 1] },
    due: { gme: [7, 15], ume: [8, 20] },
    own: ({ buyIn }) => buyIn.choices.orientationOn,
    opening: true,
  },
  {
    key: 'expectationSurvey',
    title: 'Ask learners what they expect',
    detail: 'In the first week, to be compared at the end of the year.',
    place: 'evaluation',
    question: 'buyIn',
    from: { gme: [7, 1], ume: [8, 1] },
    due: { gme: [7, 22], ume: [8, 27] },
    unless: ({ buyIn }) => buyIn.choices.expectationSurvey === false,
    opening: true,
  },
  {
    key: 'firstMeetings',
    title: 'See that first meetings are held',
    detail: 'Each pair meets once in its first weeks.',
    place: 'year',
    question: 'structure',
    from: { gme: [7, 15], ume: [8, 20] },
    due: { gme: [8, 31], ume: [9, 30] },
    needsPairs: true,
    opening: true,
  },
  {
    key: 'neverMet',
    title: 'Go through the pairs that never met',
    detail: 'Remind, re-pair where a coach left, note leaves.',
    place: 'year',
    question: 'structure',
    from: both(9, 15),
    due: both(10, 31),
    needsPairs: true,
    opening: true,
  },
  {
    key: 'budgetRequest',
    title: 'Draft the budget request',
    detail: 'For the next fiscal year, with the effort letters for the chairs.',
    place: 'budget',
    question: 'staffing',
    from: both(12, 1),
    due: both(1, 31),
  },
  {
    key: 'salaryCap',
    title: 'Check the NIH salary cap',
    detail: 'It changes on January 1, in the middle of the fiscal year.',
    place: 'budget',
    question: 'staffing',
    from: both(1, 2),
    due: both(1, 15),
  },
  {
    key: 'callForCoaches',
    title: 'Send the call for coaches',
    detail: 'What is asked for, the term of service, how to apply.',
    place: 'coaches',
    question: 'recruitment',
    from: both(1, 2),
    due: both(1, 20),
    own: ({ recruitment }) => recruitment.choices.callOpensOn,
  },
  {
    key: 'callCloses',
    title: 'Close the call for coaches',
    detail: 'Applications are complete, interviews are set.',
    place: 'coaches',
    question: 'recruitment',
    from: both(1, 20),
    due: both(2, 15),
    own: ({ recruitment }) => recruitment.choices.callClosesOn,
  },
  {
    key: 'interviews',
    title: 'Interview and decide',
    detail: 'Each panelist scores before the panel talks.',
    place: 'coaches',
    question: 'recruitment',
    from: both(2, 1),
    due: both(3, 15),
    unless: ({ recruitment }) => recruitment.choices.interview === false,
  },
  {
    key: 'peerObservation',
    title: 'Hold the peer observations of coaches',
    detail: 'A peer observes, and gives feedback the same week.',
    place: 'coaches',
    question: 'development',
    from: both(1, 10),
    due: both(3, 15),
    unless: ({ development }) => development.choices.observationsPerYear === 0,
    needsPairs: true,
  },
  {
    key: 'budgetHearing',
    title: 'Go to the budget hearing',
    detail: 'Departments sign their letters of support after it.',
    place: 'budget',
    question: 'staffing',
    from: both(2, 1),
    due: both(4, 15),
  },
  {
    key: 'reviewDesign',
    title: 'Review the design for next year',
    detail: 'Start a version from the adopted one, and adopt it before pairing.',
    place: 'design',
    question: null,
    from: both(3, 1),
    due: both(5, 15),
  },
  {
    key: 'rosters',
    title: 'Import the new rosters',
    detail: 'Match lists arrive in March, intern rosters by May.',
    place: 'people',
    question: null,
    from: both(3, 20),
    due: both(5, 31),
  },
  {
    key: 'training',
    title: 'Train the coaches of next year',
    detail: 'The modules required by role, with simulation.',
    place: 'coaches',
    question: 'development',
    from: both(5, 1),
    due: both(6, 15),
  },
  {
    key: 'coachReviews',
    title: 'Hold the yearly review of each coach',
    detail: 'Meetings held, training, what learners say.',
    place: 'coaches',
    question: 'assessment',
    from: both(5, 15),
    due: both(6, 20),
    unless: ({ assessment }) => assessment.choices.annualReview === false,
    needsPairs: true,
  },
  {
    key: 'report',
    title: 'Report the outcomes to the dean',
    detail: 'Every goal: met, not met, or no data.',
    place: 'reports',
    question: 'assessment',
    from: both(5, 20),
    due: both(6, 30),
    own: ({ assessment }) => assessment.choices.reportOn,
    needsPairs: true,
  },
  {
    key: 'pairing',
    title: 'Pair the learners of next year',
    detail: 'Check conflicts first, then send the letters.',
    place: 'pairing',
    question: 'structure',
    from: both(6, 1),
    due: both(6, 25),
  },
  {
    key: 'rollover',
    title: 'Turn the year over',
    detail: 'Promote, graduate, hold back.',
    place: 'people',
    question: null,
    from: both(6, 20),
    due: both(6, 30),
  },
]

/** The usual first day of coaching in a year. */
export const usualStart: Record<ProgramKind, MonthDay> = { gme: [7, 1], ume: [8, 1] }

export interface YearlyPhase {
  readonly key: string
  readonly title: string
  readonly from: Record<ProgramKind, MonthDay>
  readonly to: Record<ProgramKind, MonthDay>
}

/** The stretches of the year, as the timeline shows them; some run side by side. */
export const yearlyPhases: readonly YearlyPhase[] = [
  { key: 'orientation', title: 'Orientation and first meetings', from: { gme: [7, 1], ume: [8, 1] }, to: both(9, 30) },
  { key: 'meetings', title: 'Meetings and changes of coach', from: both(10, 1), to: both(5, 14) },
  { key: 'budget', title: 'Budget', from: both(12, 1), to: both(4, 15) },
  { key: 'recruitment', title: 'Recruitment of coaches', from: both(1, 2), to: both(3, 15) },
  { key: 'rosters', title: 'Rosters', from: both(3, 16), to: both(5, 31) },
  { key: 'closing', title: 'Training, year-end surveys, report', from: both(5, 15), to: both(6, 30) },
  { key: 'pairing', title: 'Pairing', from: both(6, 1), to: both(6, 30) },
]
