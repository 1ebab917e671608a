import type { ReactNode } from 'react'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { type Capacity, formatRatio, type HomeFigures } from './homeFigures.ts'
import type { Conditions } from './peopleFilter.ts'
import { PeopleLink } from './PeopleLink.tsx'

/** The numbers of a program, each with what it counts, each opening the people behind it. */
export function FigureStrip({ program, figures }: { program: Program; figures: HomeFigures }) {
  const { present, away, gone, coaches, activeCoaches, learnersPerCoach, capacity } = figures
  const item = (who: RosterKind, conditions: Conditions, value: string, label: string, words: ReactNode) => (
    <li>
      <PeopleLink program={program} who={who} conditions={conditions} className="cd-figure">
        <span className="cd-figure-label">{label}</span>
        <b>{value}</b>
        <span className="cd-figure-words">{words}</span>
      </PeopleLink>
    </li>
  )
  return (
    <ul className="cd-figures">
      {item('learners', present.conditions, number(present.count), 'Learners here', hereWords(away.count, gone.count))}
      {item(
        'coaches',
        activeCoaches.conditions,
        number(activeCoaches.count),
        'Active coaches',
        coaches.count === activeCoaches.count
          ? 'nobody paused or away'
          : `${number(coaches.count - activeCoaches.count)} paused or away`,
      )}
      {item(
        'coaches',
        activeCoaches.conditions,
        learnersPerCoach === null ? 'none' : formatRatio(learnersPerCoach),
        'Coach to learners',
        learnersPerCoach === null
          ? 'no active coach yet'
          : `${number(present.count)} here ÷ ${number(activeCoaches.count)} active`,
      )}
      {item(
        'coaches',
        capacity?.unknown.count ? capacity.unknown.conditions : activeCoaches.conditions,
        capacity ? number(capacity.places) : 'not known',
        'Places with coaches',
        capacity ? <CapacityWords capacity={capacity} /> : 'no coach has a capacity yet',
      )}
    </ul>
  )
}

function CapacityWords({ capacity: { spare, unknown } }: { capacity: Capacity }) {
  const words = spare < 0 ? `${number(-spare)} too few` : spare === 0 ? 'just enough' : `${number(spare)} to spare`
  return (
    <>
      <span {...(spare < 0 && { 'data-needs': true })}>{words}</span>
      {unknown.count > 0 && `, ${count(unknown.count, 'coach', 'coaches')} not stated`}
    </>
  )
}

function hereWords(away: number, gone: number): string {
  const words = [away > 0 && `${number(away)} away`, gone > 0 && `${number(gone)} gone`].filter(Boolean)
  return words.length === 0 ? 'nobody away' : words.join(', ')
}

const number = (value: number): string => value.toLocaleString('en-US')
