import { useState } from 'react'
import { useChange, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import type { Output } from '#shared/contract.ts'
import { responseStateLabels } from '#shared/evaluation/responsesSchema.ts'
import type { InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'

type Response = Output<'evaluation.listProblems'>[number]

// A long list is a file to correct, not something to go through in a narrow pane.
const mostShown = 20

/** The responses of a wave that are in no figure, or lack an answer, each with what can be done about it. */
export function Problems({ programId, administration }: { programId: Id; administration: Administration }) {
  const { id, instrumentKey, instrumentVersion, keyDestroyedAt } = administration
  const found = useRead('evaluation.listProblems', { programId, administrationId: id }).data ?? []
  const instruments = useRead('evaluation.listInstruments', { versions: true }).data ?? []
  const items = instruments.find(({ key, version }) => key === instrumentKey && version === instrumentVersion)?.items
  if (found.length === 0) return null
  const inOrder = found.toSorted((a, b) => ((a.recordedOn ?? '') < (b.recordedOn ?? '') ? -1 : 1))
  return (
    <section>
      <h3>To check</h3>
      <ul className="cd-problems">
        {inOrder.slice(0, mostShown).map((response) => (
          <li key={response.id}>
            <ProblemResponse
              programId={programId}
              response={response}
              items={items ?? []}
              isKeyGone={keyDestroyedAt !== null}
            />
          </li>
        ))}
      </ul>
      {found.length > mostShown && (
        <p className="cd-quiet">{`${mostShown} of ${found.length} are shown. Correct the others in the file and import it again.`}</p>
      )}
    </section>
  )
}

interface ResponseProps {
  programId: Id
  response: Response
  /** Of the instrument as the wave was held with it. */
  items: readonly InstrumentItem[]
  /** Without its key, nobody can be said to have given a response of the wave. */
  isKeyGone: boolean
}

function ProblemResponse({ programId, response, items, isKeyGone }: ResponseProps) {
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
        <p key={item} className="cd-quiet">{`${wordsOf(items, item)}: “${value}” was left out.`}</p>
      ))}
      {state === 'unknownCode' && !isKeyGone && (
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

/** The wording of an item; of one under licence, what it is called. */
const wordsOf = (items: readonly InstrumentItem[], key: string): string =>
  items.find((item) => item.key === key)?.text || key
