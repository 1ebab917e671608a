import type { CoachProcess as Did, ProgramProcess } from '#shared/coaching/processSchema.ts'
import { processCaveat } from '#shared/coaching/processStatement.ts'
import type { CoachResult, Coaches } from '#shared/evaluation/resultSchema.ts'
import { count } from '#shared/kernel/text.ts'

/** What coaches did, against what questions 3 and 7 ask: all together, and each by name, where it is shared. */
export function CoachProcess({ found: { process, coaches } }: { found: Coaches }) {
  const named = coaches.flatMap((coach) => {
    const did = didOf(coach)
    return did ? [{ ...coach, did }] : []
  })
  if (!process && named.length === 0) return null
  return (
    <section className="cd-evaluation-part" aria-label="What coaches did">
      <h2>Meetings, training and observation</h2>
      {process && <p>{together(process)}</p>}
      {named.length > 0 && (
        <table className="cd-table cd-evaluation-table">
          <caption className="cd-visually-hidden">What each coach did, by name</caption>
          <thead>
            <tr>
              <th scope="col">Coach</th>
              <th scope="col" data-number>
                Meetings held
              </th>
              <th scope="col" data-number>
                Required by now
              </th>
              <th scope="col" data-number>
                Missed
              </th>
              <th scope="col" data-number>
                Learners short
              </th>
              <th scope="col">Modules</th>
              <th scope="col">Observed</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ appointmentId, name, did: { meetings, training, observation } }) => (
              <tr key={appointmentId}>
                <th scope="row" data-name>
                  {name}
                </th>
                <td data-number>{meetings.held}</td>
                <td data-number>{meetings.required ?? <NotDecided />}</td>
                <td data-number>{meetings.missed}</td>
                <td data-number>
                  {meetings.learnersBelow === null ? (
                    <NotDecided />
                  ) : (
                    `${meetings.learnersBelow} of ${meetings.learners}`
                  )}
                </td>
                <td>
                  <Modules training={training} />
                </td>
                <td>{observedWords(observation)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="cd-caveat">
        <b>What this does not show.</b> {processCaveat}
      </p>
    </section>
  )
}

function didOf({ meetings, training, observation }: CoachResult): Did | null {
  return meetings && training && observation && { meetings, training, observation }
}

const NotDecided = () => <span className="cd-quiet">not decided</span>

function Modules({ training: { required, done, missing } }: Pick<Did, 'training'>) {
  if (required === null) return <NotDecided />
  const later = required - done - missing.length
  return (
    <>
      {required === 0 ? <span className="cd-quiet">None required</span> : `${done} of ${required}`}
      {missing.length > 0 && (
        <small>{`Missing: ${missing.map(({ name, why }) => (why === 'lapsed' ? `${name} (lapsed)` : name)).join(', ')}`}</small>
      )}
      {later > 0 && <small>{`${later} not due yet`}</small>}
    </>
  )
}

const observedWords = ({ required, done }: Did['observation']): string =>
  required === null || required === 0 ? String(done) : `${done} of ${required}`

function together({ coaches, meetings, trained, observed }: ProgramProcess): string {
  const { held, missed, learners, learnersBelow, wantedPercent } = meetings
  const wanted = wantedPercent === null ? '' : ` (${wantedPercent} % wanted)`
  const met =
    learnersBelow === null
      ? '; question 3 does not say how many are required'
      : `; ${learners - learnersBelow} of ${count(learners, 'learner')} met as often as required by now${wanted}`
  const all = count(coaches, 'coach', 'coaches')
  return [
    `${count(held, 'meeting')} held, ${missed} missed${met}.`,
    trained === null ? 'Question 7 names no modules.' : `${trained} of ${all} miss no module.`,
    observed === null
      ? 'Question 7 does not say how often coaches are observed.'
      : `${observed} of ${all} were observed as required.`,
  ].join(' ')
}
