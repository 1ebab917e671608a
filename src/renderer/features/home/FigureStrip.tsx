import type { ReactNode } from 'react'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import type { Capacity, HomeFigures } from './homeFigures.ts'
import type { Conditions } from './peopleFilter.ts'
import { PeopleLink } from './PeopleLink.tsx'

/** What the rosters hold beside the headlines: each with what it counts, opening the people behind it. */
export function FigureStrip({ program, figures }: { program: Program; figures: HomeFigures }) {
  const { present, away, gone, activeCoaches, awayCoaches, capacity } = figures
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
    <ul className="cd-figures cd-figures-three">
      {item('learners', present.conditions, number(present.count), 'Learners here', hereWords(away.count, gone.count))}
      {item(
        'coaches',
        awayCoaches.conditions,
        number(awayCoaches.count),
        'Coaches away',
        awayCoaches.count === 0 ? 'nobody paused or away' : 'paused or on leave',
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
