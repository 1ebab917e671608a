import type { SettingName } from '#shared/program/design/settings.ts'

/** What obeys a setting, and where that can be looked at: a page, or a tab of the evaluation. */
export interface Driven {
  readonly label: string
  /** Null where no page shows it yet. */
  readonly page: 'home' | 'meetings' | 'budget' | 'waves' | 'results' | 'coaches' | 'comments' | 'released' | null
}

const nowhere = (label: string): Driven => ({ label, page: null })

/** What obeys each setting, in the order of the eight questions. */
export const drivenBy: Readonly<Record<SettingName, Driven>> = {
  participation: { label: 'Coverage check', page: 'home' },
  coveragePercent: { label: 'Coverage check', page: 'home' },
  startsOn: { label: 'Calendar of the year', page: 'home' },
  lengthMonths: nowhere('End of a pairing'),
  learnersPerCoach: { label: 'Staffing and capacity', page: 'budget' },
  learnersPerCoachByLevel: { label: 'Capacity by class year', page: 'budget' },
  format: nowhere('Meetings'),
  termsPerYear: { label: 'Meetings', page: 'meetings' },
  meetingsPerTerm: { label: 'Accountability of coaches', page: 'coaches' },
  pairingMethod: nowhere('Pairing'),
  sameSite: nowhere('Pairing rules'),
  coachAssessesLearner: nowhere('Conflicts of interest'),
  changePolicy: nowhere('Requests to change coach'),
  changeWindow: nowhere('Requests to change coach'),
  coachType: nowhere('Conflicts of interest'),
  background: nowhere('Call for coaches'),
  panel: nowhere('Interviews'),
  learnersOnPanel: nowhere('Interviews'),
  blindedScores: nowhere('Interviews'),
  serviceYears: nowhere('Appointments'),
  payModel: { label: 'Budget', page: 'budget' },
  coachEffort: { label: 'Budget', page: 'budget' },
  stipendCents: { label: 'Budget', page: 'budget' },
  modulesByRole: { label: 'Coach development', page: 'coaches' },
  observationsPerYear: { label: 'Observation rounds', page: 'coaches' },
  instruments: { label: 'Surveys and their waves', page: 'waves' },
  requiredSharePercent: { label: 'Accountability of coaches', page: 'coaches' },
  sharing: { label: 'Every export', page: 'released' },
  minimumRatings: { label: 'Small groups in every report', page: 'results' },
  minimumComments: { label: 'Small groups of comments', page: 'comments' },
}
