import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { Program } from '#shared/program/schema.ts'
import type { Gap } from './homeFigures.ts'
import { PeopleLink } from './PeopleLink.tsx'

/** What is still missing in the rosters; each opens the people it is about. */
export function Gaps({ program, gaps }: { program: Program; gaps: readonly Gap[] }) {
  return (
    <section>
      <h2>Missing in the rosters</h2>
      {gaps.length === 0 && <StatusDot tone="done">Nothing that is needed is missing</StatusDot>}
      <ul>
        {gaps.map(({ who, words, conditions }) => (
          <li key={`${who} ${words}`}>
            <PeopleLink program={program} who={who} conditions={conditions} className="cd-gap">
              <StatusDot tone="needs">{words}</StatusDot>
            </PeopleLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
