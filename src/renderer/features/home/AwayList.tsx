import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { formatDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { AwayPerson } from './homeFigures.ts'

const shownFirst = 8

/** Who is on leave and comes back, those longest away first. */
export function AwayList({ program, people }: { program: Program; people: readonly AwayPerson[] }) {
  const [isLong, setLong] = useState(false)
  const shown = isLong ? people : people.slice(0, shownFirst)
  return (
    <section>
      <h2>Away</h2>
      {people.length === 0 && <p className="cd-quiet">Nobody is on leave.</p>}
      {people.length > 0 && (
        <table className="cd-list-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Cohort</th>
              <th scope="col">Status</th>
              <th scope="col">On record since</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ personId, name, place, status, since }) => (
              <tr key={`${personId} ${place}`}>
                <th scope="row">
                  <Link to="/programs/$programId/people/$personId" params={{ programId: program.id, personId }}>
                    {name}
                  </Link>
                </th>
                <td>{place}</td>
                <td>{status}</td>
                <td>
                  <time dateTime={since}>{formatDate(since)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.length > shown.length && (
        <Button kind="quiet" onPress={() => setLong(true)}>
          {`Show all ${people.length}`}
        </Button>
      )}
    </section>
  )
}
