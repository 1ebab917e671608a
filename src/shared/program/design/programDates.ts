import { addDays, formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { addMonths } from '#shared/program/academicYear.ts'
import type { Design, Question } from '#shared/program/design/design.ts'
import { finding } from '#shared/program/design/finding.ts'
import type { Finding } from '#shared/program/design/readinessSchema.ts'

/** Dates that fall outside the time from the start of the program to when those who started with it are through. */
export function outsideProgram(design: Design): Finding[] {
  const span = spanOf(design.structure.choices)
  const { goals, structure, assessment } = design
  const dates: { question: Question; field: string; what: string; on: PlainDate | null }[] = [
    ...goals.choices.goals.map(({ statement, due }, index) => ({
      question: 'goals' as const,
      field: `goals.${index}.due`,
      what: `“${statement}”`,
      on: due,
    })),
    {
      question: 'structure',
      field: 'changeOpensOn',
      what: 'The window for changes',
      on: structure.choices.changeOpensOn,
    },
    {
      question: 'structure',
      field: 'changeClosesOn',
      what: 'The end of the window for changes',
      on: structure.choices.changeClosesOn,
    },
    ...assessment.choices.instruments.flatMap(({ name, waves }, index) =>
      waves.map((wave) => ({
        question: 'assessment' as const,
        field: `instruments.${index}.waves`,
        what: `${name}, ${wave.name},`,
        on: wave.on,
      })),
    ),
    { question: 'assessment', field: 'reportOn', what: 'The report to the dean', on: assessment.choices.reportOn },
  ]
  return dates.flatMap(({ question, field, what, on }) => {
    if (on === null) return []
    if (span.from !== null && on < span.from)
      return [
        finding(
          'warning',
          question,
          field,
          `${what} is dated ${formatDate(on)}, before the program starts on ${formatDate(span.from)}.`,
          'Correct one of the two dates.',
        ),
      ]
    if (span.to !== null && on > span.to)
      return [
        finding(
          'warning',
          question,
          field,
          `${what} is dated ${formatDate(on)}, after those who start with the program are through on ${formatDate(span.to)}.`,
          'Correct the date, or the length of the program.',
        ),
      ]
    return []
  })
}

/** The first day of the program and the last of those who start with it, both included; null where not decided. */
export function spanOf({ startsOn, lengthMonths }: Design['structure']['choices']): {
  from: PlainDate | null
  to: PlainDate | null
} {
  const isDecided = startsOn !== null && lengthMonths !== null
  return { from: startsOn, to: isDecided ? addDays(addMonths(startsOn, lengthMonths), -1) : null }
}
