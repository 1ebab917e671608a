import './instruments.css'
import { ListChecks, Plus } from 'lucide-react'
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

interface Props {
  onEdit: (task: EditorTask) => void
  /** The instrument that was edited last: its row has the focus when the list is shown again. */
  edited: string | null
}

/** The instruments that come with the app and those of the office: what each asks, how it is scored, who may use it. */
export function InstrumentsTab({ onEdit, edited }: Props) {
  const { instrument: asked, show } = useEvaluationSearch()
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
              <div className="cd-instruments">
                <header>
                  <p>{`${count(instruments.length, 'instrument')}, ${instruments.filter(({ origin }) => origin !== 'shipped').length} of your own or changed here.`}</p>
                  <NewInstrument instruments={instruments} onEdit={onEdit} />
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
                onClose={() => show({ instrument: undefined })}
              />
            )}
          </div>
        )
      }}
    </Reading>
  )
}

const templates = [
  { key: 'coachFeedback', label: 'Feedback on coaches' },
  { key: 'expectations', label: 'Expectation survey' },
  { key: 'coachSelf', label: 'Self-assessment' },
  { key: 'observation', label: 'Observation form' },
]

function NewInstrument({ instruments, onEdit }: { instruments: readonly ListedInstrument[] } & Pick<Props, 'onEdit'>) {
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
      <Button icon={Plus}>New instrument…</Button>
    </Menu>
  )
}
