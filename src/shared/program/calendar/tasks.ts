import { addDays, daysBetween, type Instant, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { academicYearEnd, academicYearOf, academicYearStart, dayInAcademicYear } from '#shared/program/academicYear.ts'
import {
  type MonthDay,
  usualStart,
  type YearlyTask,
  yearlyPhases,
  yearlyTasks,
} from '#shared/program/calendar/yearPlan.ts'
import type { Phase, Place, Task } from '#shared/program/calendarSchema.ts'
import { type Design, type Question, questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import { settingsOf } from '#shared/program/design/settings.ts'
import { termsOf } from '#shared/program/terms.ts'
import type { ProgramKind } from '#shared/program/schema.ts'

type Planned = Omit<Task, 'status' | 'done'>

/** How long before its date something of the program's own can begin, in days. */
const leadDays = 21

/**
 * The tasks of an academic year by due date: what comes every year, placed on the program's own dates where it decided
 * them, and what the design itself dates (waves, meetings, modules, messages, open points, contacts).
 * @param done by task key, who marked it as done and when
 */
export function tasksOfYear(
  design: Design,
  kind: ProgramKind,
  year: number,
  today: PlainDate,
  done: ReadonlyMap<string, { at: Instant; by: string }>,
): Task[] {
  return [...yearly(design, kind, year, today, done), ...meetings(design, year), ...dated(design, year, today)]
    .map((task): Task => {
      const mark = done.get(task.key) ?? null
      const open = task.due < today ? 'late' : task.from <= today ? 'due' : 'later'
      return { ...task, status: mark ? 'done' : open, done: mark }
    })
    .toSorted((a, b) => (a.due === b.due ? compareText(a.key, b.key) : compareText(a.due, b.due)))
}

/** The stretches of a year, on its dates. */
export function phasesOfYear(kind: ProgramKind, year: number): Phase[] {
  return yearlyPhases.map(({ key, title, from, to }) => ({
    key,
    title,
    from: dateOf(year, from[kind]),
    to: dateOf(year, to[kind]),
  }))
}

function yearly(
  design: Design,
  kind: ProgramKind,
  year: number,
  today: PlainDate,
  done: ReadonlyMap<string, unknown>,
): Planned[] {
  const start = design.structure.choices.startsOn
  // Nobody is late with an opening whose day nobody decided.
  const isMissed = ({ key, opening }: YearlyTask, due: PlainDate, isOwn: boolean): boolean =>
    opening === true && start === null && !isOwn && due < today && !done.has(key)
  return yearlyTasks
    .filter((task) => !task.unless?.(design))
    .map((task) => fitted(task, design, kind, year))
    .filter(({ due, task }) => within(year, due) && !(task.needsPairs && start !== null && due < start))
    .filter(({ task, due, isOwn }) => !isMissed(task, due, isOwn))
    .map(({ task: { key, title, detail, place, question }, from, due }) => ({
      key,
      title,
      detail,
      place,
      question,
      from,
      due,
    }))
}

/**
 * Puts a yearly task on its dates: the program's own where it lies in this year, with as much time before as usual. What
 * opens a program that begins in the course of the year is as long after its first day as it usually is.
 */
function fitted(task: YearlyTask, design: Design, kind: ProgramKind, year: number) {
  const usual = { from: dateOf(year, task.from[kind]), due: dateOf(year, task.due[kind]) }
  const own = task.own?.(design) ?? null
  if (own !== null && within(year, own))
    return { task, isOwn: true, due: own, from: own < usual.from ? addDays(own, -leadDays) : usual.from }
  const start = design.structure.choices.startsOn
  const later = start !== null && within(year, start) ? daysBetween(dateOf(year, usualStart[kind]), start) : 0
  if (!task.opening || later <= 0) return { task, isOwn: false, ...usual }
  return { task, isOwn: false, from: addDays(usual.from, later), due: addDays(usual.due, later) }
}

/** The required meetings, due at the end of each term. */
function meetings(design: Design, year: number): Planned[] {
  const { meetingsPerTerm, termsPerYear, startsOn } = settingsOf(design)
  const required = meetingsPerTerm.value
  if (!required) return []
  return termsOf(year, termsPerYear.value)
    .map(({ number, from, to }): Planned => ({
      key: `meetings.${number}`,
      title: `See that the meetings of term ${number} are held`,
      detail: `${count(required, 'meeting')} of each pair, decided in question 3.`,
      place: 'year',
      question: 'structure',
      from,
      due: to,
    }))
    .filter(({ due }) => startsOn.value === null || due >= startsOn.value)
}

interface Dated {
  key: string
  title: string
  detail: string
  place: Place
  question: Question
  due: PlainDate | null
}

/** What the answers themselves put a date on. */
function dated(design: Design, year: number, today: PlainDate): Planned[] {
  const own: Dated[] = [
    ...design.assessment.choices.instruments.flatMap(({ name, waves }) =>
      waves.map((wave): Dated => ({
        key: `wave.${wave.id}`,
        title: `Send ${name}, ${wave.name}`,
        detail: 'A wave of an instrument.',
        place: 'evaluation',
        question: 'assessment',
        due: wave.on,
      })),
    ),
    ...design.development.choices.modules.map((module): Dated => ({
      key: `module.${module.id}`,
      title: `Complete the module ${module.name}`,
      detail: 'A training module of the coaches.',
      place: 'coaches',
      question: 'development',
      due: module.dueOn,
    })),
    ...design.buyIn.choices.communications.map((message): Dated => ({
      key: `message.${message.id}`,
      title: message.what,
      detail: [message.to && `To ${message.to}`, message.channel, message.owner].filter(Boolean).join(', '),
      place: 'year',
      question: 'buyIn',
      due: message.on,
    })),
    ...design.stakeholders.choices.stakeholders.map((person): Dated => ({
      // The day is part of it: the next contact with the same person is another task.
      key: `contact.${person.id}.${person.nextContact}`,
      title: `Contact ${person.name}`,
      detail: person.nextStep,
      place: 'design',
      question: 'stakeholders',
      due: person.nextContact,
    })),
    {
      key: 'changeOpens',
      title: 'Open the window for changes of coach',
      detail: '',
      place: 'pairing',
      question: 'structure',
      due: design.structure.choices.changeOpensOn,
    },
    {
      key: 'changeCloses',
      title: 'Close the window for changes of coach',
      detail: '',
      place: 'pairing',
      question: 'structure',
      due: design.structure.choices.changeClosesOn,
    },
    ...questions.flatMap((question) =>
      design[question].openPoints
        .filter(({ closedOn }) => closedOn === null)
        .map((point): Dated => ({
          key: `openPoint.${point.id}`,
          title: `Settle: ${point.text}`,
          detail: `Open in question ${questionTexts[question].number}${point.owner && `, ${point.owner}`}.`,
          place: 'design',
          question,
          due: point.due,
        })),
    ),
  ]
  // What was to be settled in an earlier year and is still open is late now.
  const isLeftOver = (key: string, due: PlainDate): boolean =>
    isOnce(key) && academicYearOf(today) === year && due < academicYearStart(year)
  return own.flatMap(({ due, ...task }) =>
    due !== null && (within(year, due) || isLeftOver(task.key, due))
      ? [{ ...task, due, from: addDays(due, -leadDays) }]
      : [],
  )
}

/** A task that comes once, in whatever year it is done: an open point. */
export const isOnce = (key: string): boolean => key.startsWith('openPoint.')

const within = (year: number, date: PlainDate): boolean =>
  date >= academicYearStart(year) && date <= academicYearEnd(year)
const dateOf = (year: number, [month, day]: MonthDay): PlainDate => dayInAcademicYear(year, month, day)
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
