import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Headline } from '#shared/program/calendarSchema.ts'
import type { Program } from '#shared/program/schema.ts'
import { among } from './peopleFilter.ts'
import { PeopleLink } from './PeopleLink.tsx'
import { activeCoachStatuses, enrolledStatuses } from './homeFigures.ts'

/** The three numbers a director asks for, each beside what the design decided. */
export function Headlines({ program, headlines }: { program: Program; headlines: readonly Headline[] }) {
  return (
    <ul className="cd-figures cd-figures-three">
      {headlines.map((headline) => (
        <li key={headline.key}>
          <HeadlineLink program={program} headline={headline}>
            <span className="cd-figure-label">{headline.label}</span>
            <b>{headline.value}</b>
            <span className="cd-figure-words" {...(headline.tone === 'short' && { 'data-short': true })}>
              {headline.detail}
            </span>
          </HeadlineLink>
        </li>
      ))}
    </ul>
  )
}

function HeadlineLink({ program, headline, children }: { program: Program; headline: Headline; children: ReactNode }) {
  if (headline.key === 'paired')
    return (
      <PeopleLink
        program={program}
        who="learners"
        conditions={{ status: among(enrolledStatuses) }}
        className="cd-figure"
      >
        {children}
      </PeopleLink>
    )
  if (headline.key === 'staffed')
    return (
      <PeopleLink
        program={program}
        who="coaches"
        conditions={{ status: among(activeCoachStatuses) }}
        className="cd-figure"
      >
        {children}
      </PeopleLink>
    )
  return (
    <Link
      to="/programs/$programId/design/$question"
      params={{ programId: program.id, question: 'structure' }}
      search={{ field: 'choices.learnersPerCoach' }}
      className="cd-figure"
    >
      {children}
    </Link>
  )
}
