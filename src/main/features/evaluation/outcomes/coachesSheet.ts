import { hiddenWords, notShared, type Outcomes } from '#main/features/evaluation/outcomes/outcomes.ts'
import { OutcomesSheet } from '#main/features/evaluation/outcomes/sheet.ts'
import { processCaveat } from '#shared/coaching/processStatement.ts'
import type { CoachFeedback, Coaches } from '#shared/evaluation/resultSchema.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'

const feedbackWords: Record<CoachFeedback['state'], string> = {
  year: 'Of this year',
  pooled: 'Pooled over years',
  received: 'Received; no mean to show',
  notReceived: 'None received',
}

/** What each coach is accountable for; only counts where the audience may see no names. */
export function coachesSheet(outcomes: Outcomes): OutcomesSheet {
  const { coaches, year } = outcomes
  const sheet = new OutcomesSheet(
    'Coaches',
    `Coaches ${formatAcademicYear(year)}`,
    [34, 12, 12, 12, 16, 14, 28, 12, 60],
  )
  const { counts, program, minimum } = coaches
  if (counts === null) {
    sheet.line(notShared)
    addProcess(sheet, coaches)
    return sheet
  }
  sheet.line(
    minimum === 0
      ? 'Learners were not asked about their coaches yet.'
      : `A mean needs answers of ${minimum} different people. Coaches stand by name, never by rating.`,
  )
  sheet.blank()
  sheet.table(
    [{ header: 'Coaches' }, { header: 'Number', type: 'count' }],
    [
      ['Appointed', counts.coaches],
      ['With feedback of learners', counts.withFeedback],
      ['With enough of it to show a mean', counts.shown],
      ...(counts.observed === null ? [] : [['Observed', counts.observed]]),
      ...(counts.selfAssessed === null ? [] : [['Assessed themselves', counts.selfAssessed]]),
    ],
  )
  if (program) sheet.paragraph(`All answers about coaches: mean ${program.mean.toFixed(2)} of ${program.n} answers.`)
  if (coaches.named) addEachCoach(sheet, coaches)
  addProcess(sheet, coaches)
  return sheet
}

function addEachCoach(sheet: OutcomesSheet, { coaches }: Coaches): void {
  sheet.section('Each coach')
  sheet.table(
    [
      { header: 'Coach' },
      { header: 'Learners', type: 'count' },
      { header: 'Asked', type: 'count' },
      { header: 'Answered', type: 'count' },
      { header: 'Self-assessment' },
      { header: 'Observations', type: 'count' },
      { header: 'Feedback' },
      { header: 'Mean', type: 'number' },
      { header: 'In words' },
    ],
    coaches.map(({ name, learners, expected, received, selfAssessed, observations, feedback }) => [
      name,
      learners,
      expected ?? hiddenWords.small,
      received ?? hiddenWords.small,
      selfAssessed === null ? hiddenWords.audience : selfAssessed ? 'Yes' : 'No',
      observations ?? hiddenWords.audience,
      feedbackWords[feedback.state],
      feedback.mean,
      feedback.statement.sentence,
    ]),
  )
}

/** Meetings, training and observation: all together, and by name where the audience sees names. */
function addProcess(sheet: OutcomesSheet, { process, coaches }: Coaches): void {
  if (process) {
    const { meetings, trained, observed } = process
    sheet.section('What coaches did')
    sheet.line(processCaveat)
    sheet.table(
      [{ header: 'All coaches together' }, { header: 'Number', type: 'count' }],
      [
        ['Meetings required by now', meetings.required ?? 'not decided'],
        ['Meetings held', meetings.held],
        ['Meetings missed', meetings.missed],
        ['Learners of whom a meeting is required', meetings.learners],
        ['Learners short of it', meetings.learnersBelow ?? 'not decided'],
        ['Learners who are to meet it, %', meetings.wantedPercent ?? 'not decided'],
        ['Coaches with no module missing', trained ?? 'not decided'],
        ['Coaches observed as required', observed ?? 'not decided'],
      ],
    )
  }
  const named = coaches.filter(({ meetings }) => meetings !== null)
  if (named.length === 0) return
  sheet.section('What each coach did')
  sheet.table(
    [
      { header: 'Coach' },
      { header: 'Required', type: 'count' },
      { header: 'Held', type: 'count' },
      { header: 'Missed', type: 'count' },
      { header: 'Learners short', type: 'count' },
      { header: 'Modules done', type: 'count' },
      { header: 'Modules missing' },
      { header: 'Observed', type: 'count' },
      { header: 'In words' },
    ],
    named.map(({ name, meetings, training, observation, process: said }) => [
      name,
      meetings!.required ?? 'not decided',
      meetings!.held,
      meetings!.missed,
      meetings!.learnersBelow ?? 'not decided',
      training!.done,
      training!.missing.map((module) => module.name).join(', '),
      observation!.done,
      said!.sentence,
    ]),
  )
}
