import './instruments.css'
import { ListChecks, Plus } from 'lucide-react'
import { useRef } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'
import { count } from '#shared/kernel/text.ts'
import { Part } from '../Part.tsx'
import { Reading } from '../Reading.tsx'
import { useEvaluationSearch } from '../useEvaluationSearch.ts'
import type { EditorTask } from './editorTask.ts'
import { InstrumentInspector } from './InstrumentInspector.tsx'
import { InstrumentTable } from './InstrumentTable.tsx'
import { useTakenFocus } from './useTakenFocus.ts'

interface Props {
  onEdit: (task: EditorTask) => void
  /** What the editor was left for: an instrument, which takes the focus, or nothing new. Undefined before it was open. */
  edited: string | null | undefined
}

/** The instruments that come with the app and those of the office: what each asks, how it is scored, who may use it. */
export function InstrumentsTab({ onEdit, edited }: Props) {
  const { instrument: asked, show } = useEvaluationSearch()
  const list = useRef<HTMLDivElement>(null)
  const versions = useRead('evaluation.listInstruments', { versions: true })
  return (
    <Reading of={versions} label="Instruments">
      {(all) => {
        const instruments = all.filter(({ key, version }) =>
          all.every((other) => other.key !== key || other.version <= version),
        )
        const chosen = all.filter(({ key }) => key === asked)
        return (
          <div className="cd-evaluation-split">
            <Part label="Instruments">
              <div className="cd-instruments" ref={list}>
                <header>
                  <p>{standing(instruments)}</p>
                  <NewInstrument instruments={instruments} takesFocus={edited === null} onEdit={onEdit} />
                </header>
                {instruments.length === 0 ? (
                  <EmptyState icon={ListChecks} title="No instruments">
                    An instrument is a set of questions with its scoring rule. Those that come with Coachdesk are not
                    there; make your own.
                  </EmptyState>
                ) : (
                  <InstrumentTable
                    instruments={instruments}
                    chosen={asked}
                    focused={edited}
                    onChoose={(key) => show({ instrument: key, measure: undefined })}
                  />
                )}
              </div>
            </Part>
            {chosen[0] && (
              <InstrumentInspector
                key={chosen[0].key}
                versions={chosen}
                onEdit={onEdit}
                onClose={() => {
                  list.current?.querySelector<HTMLElement>('tr[data-chosen] button')?.focus()
                  show({ instrument: undefined })
                }}
              />
            )}
          </div>
        )
      }}
    </Reading>
  )
}

/** How many there are, and whose. */
function standing(instruments: readonly ListedInstrument[]): string {
  const all = count(instruments.length, 'instrument')
  const made = instruments.filter(({ origin }) => origin !== 'shipped').length
  return made === 0 ? `${all}, all as they came with Coachdesk` : `${all}, ${made} of them made or changed here`
}

const templates = [
  { key: 'coachFeedback', label: 'Feedback on coaches' },
  { key: 'expectations', label: 'Expectation survey' },
  { key: 'coachSelf', label: 'Self-assessment' },
  { key: 'observation', label: 'Observation form' },
]

interface NewInstrumentProps {
  instruments: readonly ListedInstrument[]
  takesFocus: boolean
  onEdit: Props['onEdit']
}

function NewInstrument({ instruments, takesFocus, onEdit }: NewInstrumentProps) {
  const button = useTakenFocus<HTMLButtonElement>(takesFocus)
  const from = templates.flatMap(({ key, label }) => {
    const source = instruments.find((instrument) => instrument.key === key)
    return source ? [{ id: key, label, onAction: () => onEdit({ kind: 'template', source }) }] : []
  })
  return (
    <Menu
      label="Start from"
      groups={[from, [{ id: 'empty', label: 'Empty', onAction: () => onEdit({ kind: 'empty' }) }]].filter(
        (group) => group.length > 0,
      )}
    >
      <Button icon={Plus} ref={button}>
        New instrument…
      </Button>
    </Menu>
  )
}
