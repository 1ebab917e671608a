import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { Alert } from '#shared/program/calendarSchema.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { hereLearnerStatuses } from './homeFigures.ts'
import { among, blank, named, withCoachOf } from './peopleFilter.ts'
import { PeopleLink } from './PeopleLink.tsx'

interface Props {
  program: Program
  alerts: readonly Alert[]
  learners: readonly Learner[]
  coaches: readonly Coach[]
}

/** What needs somebody today, counted from the data; each leads to whom or what it is about. */
export function AlertList({ program, alerts, learners, coaches }: Props) {
  return (
    <section>
      <h2>Needs attention</h2>
      {alerts.length === 0 && <StatusDot tone="done">Nothing needs attention</StatusDot>}
      <ul>
        {alerts.map((alert) => (
          <li key={`${alert.key} ${alert.subject}`}>
            <AlertLink program={program} alert={alert} learners={learners} coaches={coaches}>
              <StatusDot tone={alert.severity === 'wrong' ? 'wrong' : 'needs'}>{alert.message}</StatusDot>
            </AlertLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LinkProps extends Omit<Props, 'alerts'> {
  alert: Alert
  children: ReactNode
}

function AlertLink({ program, alert, learners, coaches, children }: LinkProps) {
  const params = { programId: program.id }
  const [only, ...others] = alert.personIds
  if (only !== undefined && others.length === 0)
    return (
      <Link to="/programs/$programId/people/$personId" params={{ ...params, personId: only }} className="cd-gap">
        {children}
      </Link>
    )
  switch (alert.key) {
    case 'unpaired':
      return (
        <PeopleLink
          program={program}
          who="learners"
          conditions={{ coachName: blank, status: among(hereLearnerStatuses) }}
          className="cd-gap"
        >
          {children}
        </PeopleLink>
      )
    case 'coachGone':
      return (
        <PeopleLink
          program={program}
          who="learners"
          conditions={withCoachOf(learners, alert.personIds)}
          className="cd-gap"
        >
          {children}
        </PeopleLink>
      )
    case 'overCapacity':
      return (
        <PeopleLink program={program} who="coaches" conditions={named(coaches, alert.personIds)} className="cd-gap">
          {children}
        </PeopleLink>
      )
    case 'surveyLow':
    case 'surveyEmpty':
    case 'licence': {
      const subject = alert.subject ?? undefined
      const search =
        alert.key === 'licence'
          ? { tab: 'instruments' as const, instrument: subject }
          : { tab: 'waves' as const, wave: subject }
      return (
        <Link to="/programs/$programId/evaluation" params={params} search={search} className="cd-gap">
          {children}
        </Link>
      )
    }
    case 'findings':
      return (
        <Link to="/programs/$programId/design" params={params} className="cd-gap">
          {children}
        </Link>
      )
    case 'backupOld':
    case 'noBackup':
      return (
        <Link to="/data" search={{ tab: 'backups' }} className="cd-gap">
          {children}
        </Link>
      )
  }
}
