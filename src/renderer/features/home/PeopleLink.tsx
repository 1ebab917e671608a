import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Program } from '#shared/program/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { type Conditions, rosterSearchFor } from './peopleFilter.ts'

interface Props {
  program: Program
  who: RosterKind
  conditions: Conditions
  className?: string
  children: ReactNode
}

/** Opens the people behind a number, in their roster. */
export function PeopleLink({ program, who, conditions, className, children }: Props) {
  return (
    <Link
      to={who === 'learners' ? '/programs/$programId/learners' : '/programs/$programId/coaches'}
      params={{ programId: program.id }}
      search={rosterSearchFor(conditions)}
      {...(className !== undefined && { className })}
    >
      {children}
    </Link>
  )
}
