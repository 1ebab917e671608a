import { licenceStanding } from '#shared/evaluation/licence.ts'
import { addDays, daysBetween, formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'
import type { Alert } from '#shared/program/calendarSchema.ts'
import type { LicenceFacts, WaveFacts } from '#shared/program/surveyFacts.ts'

/** So many days before a wave closes there is time yet to remind people. */
const closingDays = 7

/** Renewing a licence takes an office some weeks. */
const renewalDays = 60

/**
 * Waves of a year that close soon with less than half of the responses, and those that closed without any, whose file may
 * not be imported yet. Of an open wave in which fewer people were asked than a figure needs, nothing is said of how many
 * answered.
 */
export function waveAlerts(today: PlainDate, year: number, waves: readonly WaveFacts[], minimum: number): Alert[] {
  const ofYear = waves.filter(({ opensOn }) => academicYearOf(opensOn) === year)
  return ofYear.flatMap(({ id, name, instrument, opensOn, closesOn, asked, received }): Alert[] => {
    if (closesOn < today)
      return received > 0
        ? []
        : [survey('surveyEmpty', id, `${name}, ${instrument}, closed ${formatDate(closesOn)} and has no responses.`)]
    const isClosing = opensOn <= today && daysBetween(today, closesOn) <= closingDays
    if (!isClosing || asked < minimum || received * 2 >= asked) return []
    const message = `${name}, ${instrument}, closes ${formatDate(closesOn)}; fewer than half of the responses are in.`
    return [survey('surveyLow', id, message)]
  })
}

/** Licences that end soon, and those that do not hold for a wave that is open or to come. */
export function licenceAlerts(
  today: PlainDate,
  licences: readonly LicenceFacts[],
  waves: readonly WaveFacts[],
): Alert[] {
  return licences.flatMap(({ instrumentKey, instrument, ...licence }): Alert[] => {
    const about = (severity: Alert['severity'], what: string): Alert[] => [
      { ...survey('licence', instrumentKey, `The licence of ${instrument} ${what}`), severity },
    ]
    const isNeeded = waves.some((wave) => wave.instrumentKey === instrumentKey && wave.closesOn >= today)
    const standing = licenceStanding(licence, today)
    if (standing === 'usedUp') return isNeeded ? about('wrong', 'has no administrations left.') : []
    const { expiresOn } = licence
    if (expiresOn === null || expiresOn > addDays(today, renewalDays)) return []
    if (standing === 'holds') return about('warning', `ends ${formatDate(expiresOn)}.`)
    return isNeeded ? about('wrong', `ended ${formatDate(expiresOn)}.`) : []
  })
}

const survey = (key: Alert['key'], subject: string, message: string): Alert => ({
  key,
  subject,
  severity: 'warning',
  message,
  count: 1,
  place: 'evaluation',
  personIds: [],
})
