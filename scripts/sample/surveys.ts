import { Random } from './random.ts'

/** Somebody who is asked. */
export interface Respondent {
  email: string
  site: string
  /** Their first day in the program. */
  since: string
  /** Of a learner: the coach they had before the pairing that the sample knows. */
  coach: string
}

/** A wave of all surveys: fall and spring of one year, and the fall of the next. */
const waves = [
  { name: 'Fall 2025', month: '2025-10', gain: 0 },
  { name: 'Spring 2026', month: '2026-05', gain: 0.25 },
  { name: 'Fall 2026', month: '2026-10', gain: 0.45 },
] as const

type Wave = (typeof waves)[number]

const feedbackItems = [
  'My coach and I work well together.',
  'My coach asks questions that make me think.',
  'My coach helps me set goals and follow them up.',
  'My coach is there when we agreed to meet.',
  'I can speak openly with my coach.',
]

const agreement = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'] as const

/** What learners write where a survey asks for words; most of it is of a theme that the sample codes. */
const remarks = [
  'More time for our meetings would help.',
  'An hour of protected time each month, so that I do not have to swap a shift.',
  'My coach listens and does not judge, which I did not expect.',
  'I learned to name a goal that I can reach in a month.',
  'Tell us at orientation what a coach is for, and what not.',
  'It would help to see my results before we talk about them.',
  'We met twice only, because our calendars never fit.',
  'The questions stay with me for weeks.',
  'I wish we could meet away from the ward.',
  'Goals from last term were forgotten; a note would help.',
  'Half an hour is too short once we get to what matters.',
  'Nobody had asked me before what I want to be good at.',
  'A video call would be easier on away rotations.',
  'I would rather talk in person than over video.',
  'It took two meetings before I trusted that nothing is reported.',
  'Please say clearly that coaches do not assess us.',
  'My coach remembered what I had said in the fall.',
  'We talk about my exam results, and then about what to do with them.',
  'Scheduling by e-mail takes longer than the meeting itself.',
  'A shared calendar with open slots would save us both a lot of messages.',
  'I liked that we wrote down one plan and looked at it again.',
  'My plan for the clerkships came out of these talks.',
  'Some sessions felt like a form to fill in.',
  'The form before each meeting is too long.',
  'I would like to choose the topic myself more often.',
  'Talking about a hard patient death helped more than any lecture.',
  'More about specialties and careers, please.',
  'We spoke about my career and not about my next exam, which was right.',
  'A room with a door would help.',
  'I did not know how to prepare for the first meeting.',
  'A few questions sent ahead would help me to prepare.',
  'My coach is kind and tells me the truth.',
  'I get feedback elsewhere; here I find out what to do with it.',
  'The reminders came after the meeting was due.',
  'Once a month in the first year, then less, would suit me.',
  'Keep this going after graduation.',
]

/** What learners said of their coaches in each wave, as Qualtrics exports it, and what they said of themselves, as REDCap does. */
export function surveyFiles(prefix: string, learners: readonly Respondent[], coaches: readonly string[], seed: number) {
  const random = new Random(seed)
  const people = learners.map((learner) => ({ ...learner, nature: normal(random), trust: normal(random) }))
  const files = new Map<string, Uint8Array>()
  for (const wave of waves)
    files.set(
      `${prefix}-feedback-${wave.name.toLowerCase().replace(' ', '-')}.csv`,
      bytes(feedback(people, wave, random)),
    )
  files.set(`${prefix}-wellbeing.csv`, bytes(wellBeing(people, random)))
  files.set(`${prefix}-coach-self.csv`, bytes(coachSelf(coaches, random)))
  return files
}

type Person = Respondent & { nature: number; trust: number }

const was = ({ since }: Respondent, { month }: Wave): boolean => since < month
/** The second site answers less, as second sites do. */
const answers = ({ site }: Respondent, random: Random): boolean =>
  random.chance(/north|veterans/i.test(site) ? 0.55 : 0.78)

/** What Qualtrics writes before the questions. */
const qualtricsColumns =
  'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,' +
  'RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,' +
  'DistributionChannel,UserLanguage'

function feedback(people: readonly Person[], wave: Wave, random: Random): string[][] {
  const meta = qualtricsColumns.split(',')
  const asked = [...feedbackItems.map((_, at) => `Q3_${at + 1}`), 'Q4', 'Q5', 'Coach']
  const words = [
    ...feedbackItems.map((text) => `How far do you agree?\n<strong>Your coach</strong> - ${text}`),
    'I would keep my coach.',
    'What would make coaching more useful to you?',
    'Coach',
  ]
  const ids = [...meta, ...asked].map((name) => `{"ImportId":"${name.startsWith('Q') ? `QID${name.slice(1)}` : name}"}`)
  let number = 0
  const row = (email: string, status: string, finished: boolean, given: readonly string[], coach: string): string[] => {
    number += 1
    const at = `${wave.month}-${String(6 + (number % 20)).padStart(2, '0')} ${String(7 + (number % 12)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}:17`
    const done = finished ? ['100', String(120 + (number % 200)), 'True'] : ['43', '38', 'False']
    const where = [
      `203.0.113.${number % 250}`,
      ...done,
      at,
      `R_${wave.month.replace('-', '')}${String(number).padStart(4, '0')}x`,
    ]
    // The pairing of June is in the data file; before it, only the survey knew who coached whom.
    const known = wave.month < '2026-06' ? coach : ''
    return [at, at, status, ...where, '', '', email, '', '40.0150', '-105.2705', 'email', 'EN', ...given, known]
  }
  const rows = [row('', 'Survey Preview', true, [...feedbackItems.map(() => 'Agree'), 'Yes', 'test'], '')]
  for (const person of people.filter((one) => was(one, wave) && answers(one, random))) {
    const level = 3.6 + wave.gain + 0.6 * person.trust
    const given = feedbackItems.map(() => agreement[step(level + 0.5 * normal(random), 1, 5) - 1]!)
    const remark = random.chance(0.3) ? random.pick(remarks) : ''
    const answer = [...given, level > 2.6 ? 'Yes' : 'No', remark]
    const finished = !random.chance(0.03)
    rows.push(
      row(person.email, 'IP Address', finished, finished ? answer : [given[0]!, '', '', '', '', '', ''], person.coach),
    )
    if (random.chance(0.01)) rows.push(row(person.email, 'IP Address', true, answer, person.coach))
  }
  rows.push(row('someone.else@example.edu', 'IP Address', true, [...feedbackItems.map(() => 'Agree'), 'Yes', ''], ''))
  return [[...meta, ...asked], [...meta, ...words], ids, ...rows]
}

const pfiItems = Array.from({ length: 16 }, (_, at) => `pfi_${at + 1}`)

/** One row for each event, with the burnout item and the Professional Fulfillment Index. */
function wellBeing(people: readonly Person[], random: Random): string[][] {
  const header = [
    'record_id',
    'redcap_event_name',
    'redcap_survey_identifier',
    'wellbeing_timestamp',
    'burnout_item',
    ...pfiItems,
    'wellbeing_complete',
  ]
  const rows = people.flatMap((person, index) =>
    waves.flatMap((wave) => {
      if (!was(person, wave) || !answers(person, random)) return []
      const burnout = step(2.7 - 0.7 * wave.gain - 0.7 * person.nature + 0.5 * normal(random), 1, 5)
      const finished = !random.chance(0.03)
      // Six items of fulfilment, ten of burnout.
      const pfi = pfiItems.map((_, at) => {
        if (!finished && at > 3) return ''
        const level = at < 6 ? 2.3 + 0.8 * wave.gain + 0.6 * person.nature : 1.4 - 0.6 * wave.gain - 0.6 * person.nature
        return String(step(level + 0.6 * normal(random), 0, 4))
      })
      const event = `${wave.name.toLowerCase().replace(' ', '_')}_arm_1`
      const at = finished
        ? `${wave.month}-${String(3 + (index % 24)).padStart(2, '0')} 19:${String(index % 60).padStart(2, '0')}:00`
        : '[not completed]'
      return [[String(index + 1), event, person.email, at, String(burnout), ...pfi, finished ? '2' : '0']]
    }),
  )
  return [header, ...rows]
}

const domains = [
  'Process and structure',
  'Relational skills',
  'Coaching skills',
  'Theories and models',
  'Coach development',
]
const mastery = ['Beginning', 'Developing', 'Competent', 'Proficient', 'Expert'] as const

/** How coaches saw themselves in the last fall, from a form. */
function coachSelf(coaches: readonly string[], random: Random): string[][] {
  const rows = coaches
    .filter(() => random.chance(0.8))
    .map((email, index) => [
      `10/${8 + (index % 20)}/2026 12:${String(index % 60).padStart(2, '0')}:00`,
      email,
      ...domains.map((_, at) => mastery[step(3.4 - 0.35 * at + 0.8 * normal(random), 1, 5) - 1]!),
    ])
  return [['Timestamp', 'Email Address', ...domains.map((domain) => `How far are you? [${domain}]`)], ...rows]
}

const step = (level: number, min: number, max: number): number => Math.min(max, Math.max(min, Math.round(level)))

/** Box and Muller. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const bytes = (rows: readonly string[][]): Uint8Array =>
  new TextEncoder().encode(`${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`)
