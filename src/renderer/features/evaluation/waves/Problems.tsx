import { useState } from 'react'
import { useChange, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import type { Output } from '#shared/contract.ts'
import { responseStateLabels } from '#shared/evaluation/responsesSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'

type Response = Output<'evaluation.listProblems'>[number]

// A long list is a file to correct, not something to go through in a narrow pane.
const mostShown = 20

/** The responses of a wave that are in no figure, or lack an answer, each with what can be done about it. */
export function Problems({ programId, administrationId }: { programId: Id; administrationId: Id }) {
  const found = useRead('evaluation.listProblems', { programId, administrationId }).data ?? []
  if (found.length === 0) return null
  const inOrder = found.toSorted((a, b) => ((a.recordedOn ?? '') < (b.recordedOn ?? '') ? -1 : 1))
  return (
    <section>
      <h3>To check</h3>
      <ul className="cd-problems">
        {inOrder.slice(0, mostShown).map((response) => (
          <li key={response.id}>
            <ProblemResponse programId={programId} response={response} />
          </li>
        ))}
      </ul>
      {found.length > mostShown && (
        <p className="cd-quiet">{`${mostShown} of ${found.length} are shown. Correct the others in the file and import it again.`}</p>
      )}
    </section>
  )
}

function ProblemResponse({ programId, response }: { programId: Id; response: Response }) {
  const { id, code, recordedOn, state, why, leftOut } = response
  const [typed, setTyped] = useState('')
  const fix = useChange('evaluation.fixResponse')
  const done = useDone()
  const send = async (
    change: { code: string } | { email: string } | { state: 'counted' | 'excluded' },
    words: string,
  ): Promise<void> => {
    await fix.mutateAsync({ programId, responseId: id, ...change })
    await done(words)
  }
  const name = recordedOn === null ? 'a response' : `the response of ${formatDate(recordedOn)}`
  return (
    <>
      <p>
        <b>{responseStateLabels[state]}</b>
        {recordedOn !== null && `, ${formatDate(recordedOn)}`}
        {state === 'unknownCode' && code !== '' && `, ${code}`}
      </p>
      {why !== '' && <p className="cd-quiet">{why}</p>}
      {leftOut.map(({ item, value }) => (
        <p key={item} className="cd-quiet">{`${item}: “${value}” was left out.`}</p>
      ))}
      {state === 'unknownCode' && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const whose = typed.trim()
            if (whose === '') return
            void send(whose.includes('@') ? { email: whose } : { code: whose }, `Said whose ${name} is`).catch(
              showProblem,
            )
          }}
        >
          <TextField label="Code or address it was meant to have" value={typed} onChange={setTyped} />
          <Button type="submit" isDisabled={typed.trim() === ''} isBusy={fix.isPending}>
            Say whose it is
          </Button>
        </form>
      )}
      <Button
        isBusy={fix.isPending}
        onPress={() =>
          void (
            state === 'counted'
              ? send({ state: 'excluded' }, `Excluded ${name}`)
              : send({ state: 'counted' }, `Counted ${name}`)
          ).catch(showProblem)
        }
      >
        {state === 'counted' ? 'Exclude' : 'Count it'}
        <span className="cd-visually-hidden">{`: ${name}`}</span>
      </Button>
    </>
  )
}
