import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { responseStateLabels, responseStates } from '#shared/evaluation/responsesSchema.ts'
import type { Wave } from '#shared/evaluation/resultSchema.ts'
import { type Administration, identityLabels } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { dayRange, identityNotes } from '../evaluationWords.ts'
import { Codes } from './Codes.tsx'
import { Problems } from './Problems.tsx'
import { RateCells } from './RateCells.tsx'
import { WaveDialog } from './WaveDialog.tsx'

interface Props {
  programId: Id
  wave: Wave
  administration: Administration
  onClose: () => void
}

/** Everything known of one wave: who answered by group, what was left out, its codes. */
export function WaveInspector({ programId, wave, administration, onClose }: Props) {
  const [isEditing, setEditing] = useState(false)
  const remove = useChange('evaluation.removeAdministration')
  const done = useDone()
  const removeWave = async (): Promise<void> => {
    await remove.mutateAsync({ programId, administrationId: administration.id })
    onClose()
    await done(`Removed the wave ${administration.name}`)
  }
  return (
    <Inspector title={`${wave.name}: ${wave.instrument}`} subtitle={openWords(administration)} onClose={onClose}>
      <div className="cd-evaluation-pane">
        <div className="cd-wave-actions">
          <Button icon={Pencil} onPress={() => setEditing(true)}>
            Edit wave…
          </Button>
          <Button kind="quiet" icon={Trash2} onPress={() => void removeWave().catch(showProblem)}>
            Remove wave
          </Button>
        </div>
        <section>
          <h3>Response rate</h3>
          <table className="cd-table cd-evaluation-table">
            <caption className="cd-visually-hidden">Response rate by group</caption>
            <thead>
              <tr>
                <th scope="col">Group</th>
                <th scope="col" data-number>
                  Asked
                </th>
                <th scope="col" data-number>
                  Answered
                </th>
                <th scope="col" data-number>
                  Rate
                </th>
              </tr>
            </thead>
            <tbody>
              {wave.rates.map((rate) => (
                <tr key={rate.group}>
                  <th scope="row">{rate.label}</th>
                  <RateCells rate={rate} />
                </tr>
              ))}
            </tbody>
          </table>
          {wave.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
        <LeftOut wave={wave} />
        <Problems programId={programId} administration={administration} />
        <section>
          <h3>{identityLabels[administration.identity]}</h3>
          <p>{identityNotes[administration.identity]}</p>
          {administration.identity === 'confidential' && (
            <Codes programId={programId} administration={administration} />
          )}
        </section>
      </div>
      {isEditing && <WaveDialog programId={programId} stored={administration} onClose={() => setEditing(false)} />}
    </Inspector>
  )
}

const openWords = ({ population, opensOn, closesOn }: Administration): string =>
  `${population === 'coaches' ? 'Coaches' : 'Learners'} asked ${dayRange(opensOn, closesOn)}`

function LeftOut({ wave: { leftOut, answersLeftOut } }: { wave: Wave }) {
  const reasons = responseStates.filter((state) => state !== 'counted' && leftOut[state])
  return (
    <section>
      <h3>In no figure</h3>
      {reasons.length === 0 && answersLeftOut === 0 && <p>Nothing was left out.</p>}
      <ul>
        {reasons.map((state) => (
          <li key={state}>{`${responseStateLabels[state]}: ${count(leftOut[state] ?? 0, 'response')}`}</li>
        ))}
        {answersLeftOut > 0 && <li>{`Beyond the scale or not understood: ${count(answersLeftOut, 'answer')}`}</li>}
      </ul>
    </section>
  )
}
