import { daysBetween, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { licenceAlerts, waveAlerts } from '#shared/program/calendar/surveyAlerts.ts'
import type { Alert, Headline } from '#shared/program/calendarSchema.ts'
import type { Settings } from '#shared/program/design/settings.ts'
import { coachesNeeded, type RosterFacts } from '#shared/program/rosterFacts.ts'
import type { SurveyFacts } from '#shared/program/surveyFacts.ts'

/** A backup older than this, in days, is worth a word: the app makes one on every day of work. */
const oldBackupDays = 7

export interface AlertFacts extends SurveyFacts {
  readonly roster: RosterFacts
  /** The day of the newest backup; null where there is none. */
  readonly lastBackupOn: PlainDate | null
  /** Contradictions in the design. */
  readonly wrong: number
  /** The academic year of the program, by the year it starts in. */
  readonly year: number
}

/** What needs somebody today, most pressing first. */
export function alertsOn(today: PlainDate, facts: AlertFacts, settings: Settings): Alert[] {
  const { roster, lastBackupOn, wrong, year, waves, licences } = facts
  const { unpaired, overCapacity, coachGone } = roster
  const alerts: Alert[] = []
  if (coachGone.length > 0)
    alerts.push({
      ...about('coachGone', coachGone),
      severity: 'wrong',
      message: `${count(coachGone.length, 'learner')} still paired with a coach who left.`,
    })
  // In an elective program a learner without a coach has done nothing wrong, and nobody has to act.
  if (unpaired.length > 0 && settings.participation.value !== 'elective')
    alerts.push({
      ...about('unpaired', unpaired),
      place: 'pairing',
      severity: 'warning',
      message: `${count(unpaired.length, 'learner')} without a coach.`,
    })
  if (overCapacity.length > 0)
    alerts.push({
      ...about('overCapacity', overCapacity),
      severity: 'warning',
      message: `${count(overCapacity.length, 'coach', 'coaches')} over capacity.`,
    })
  if (wrong > 0)
    alerts.push({
      key: 'findings',
      severity: 'wrong',
      message: `${count(wrong, 'contradiction')} in the design.`,
      count: wrong,
      place: 'design',
      subject: null,
      personIds: [],
    })
  alerts.push(
    ...licenceAlerts(today, licences, waves),
    ...waveAlerts(today, year, waves, settings.minimumRatings.value),
  )
  if (lastBackupOn === null)
    alerts.push({
      key: 'noBackup',
      severity: 'warning',
      message: 'There is no backup yet.',
      count: 0,
      place: 'data',
      subject: null,
      personIds: [],
    })
  else if (daysBetween(lastBackupOn, today) > oldBackupDays) {
    const age = daysBetween(lastBackupOn, today)
    alerts.push({
      key: 'backupOld',
      severity: 'warning',
      message: `The last backup is ${count(age, 'day')} old.`,
      count: age,
      place: 'data',
      subject: null,
      personIds: [],
    })
  }
  return alerts
}

function about(key: Alert['key'], people: readonly string[]): Omit<Alert, 'severity' | 'message'> {
  return { key, count: people.length, place: 'people', subject: null, personIds: [...people] }
}

/** The three numbers a director asks for: who has a coach, how many learners a coach has, whether there are enough. */
export function headlinesOf(roster: RosterFacts, settings: Settings): Headline[] {
  return [pairedHeadline(roster, settings), ratioHeadline(roster, settings), staffedHeadline(roster, settings)]
}

function pairedHeadline(
  { learners, paired, unpaired, coachGone }: RosterFacts,
  { coveragePercent }: Settings,
): Headline {
  const label = 'Learners with a coach'
  const expected = paired + unpaired.length + coachGone.length
  if (expected === 0) return { key: 'paired', label, value: 'no data', detail: 'No learners yet', tone: 'unknown' }
  // Rounded down, so that 100 % means everybody.
  const share = Math.floor((paired * 100) / expected)
  const target = coveragePercent.value
  const away = learners > expected ? `; ${learners - expected} away` : ''
  const goal = target === null ? '' : `; ${target} % wanted`
  const tone = target === null ? 'unknown' : share >= target ? 'good' : 'short'
  return {
    key: 'paired',
    label,
    value: `${share} %`,
    detail: `${paired} of ${count(expected, 'learner')}${away}${goal}`,
    tone,
  }
}

function ratioHeadline({ learners, coaches }: RosterFacts, { learnersPerCoach }: Settings): Headline {
  const label = 'Learners per coach'
  const wanted = learnersPerCoach.value
  const goal = wanted === null ? 'no ratio decided' : `1:${wanted} decided`
  if (coaches === 0)
    return { key: 'ratio', label, value: 'no data', detail: `No coaches yet; ${goal}`, tone: 'unknown' }
  const ratio = learners / coaches
  const tone = wanted === null ? 'unknown' : ratio <= wanted ? 'good' : 'short'
  const detail = `${count(learners, 'learner')} ÷ ${count(coaches, 'active coach', 'active coaches')}; ${goal}`
  return { key: 'ratio', label, value: `1:${ratio.toFixed(1)}`, detail, tone }
}

function staffedHeadline(roster: RosterFacts, settings: Settings): Headline {
  const label = 'Active coaches'
  const needed = coachesNeeded(roster, settings.learnersPerCoach.value, settings.learnersPerCoachByLevel.value)
  const detail = needed === null ? 'no ratio decided' : `${needed} needed for ${count(roster.learners, 'learner')}`
  const tone = needed === null ? 'unknown' : roster.coaches >= needed ? 'good' : 'short'
  return { key: 'staffed', label, value: String(roster.coaches), detail, tone }
}
