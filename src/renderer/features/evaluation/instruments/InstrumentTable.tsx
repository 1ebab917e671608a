import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { respondentLabels } from '#shared/program/design/assessment.ts'
import { endsWords, kindWords, licenceWords, originLabels } from './words.ts'

interface Props {
  instruments: readonly ListedInstrument[]
  chosen: string | undefined
  focused: string | null
  onChoose: (key: string) => void
}

/** The newest version of each instrument, one to a row. */
export function InstrumentTable({ instruments, chosen, focused, onChoose }: Props) {
  const today = useWorkspaceInfo()?.today
  return (
    <table className="cd-evaluation-table">
      <caption className="cd-visually-hidden">Instruments by name</caption>
      <thead>
        <tr>
          <th scope="col">Instrument</th>
          <th scope="col">Asks for</th>
          <th scope="col">Who answers</th>
          <th scope="col" data-number>
            Items
          </th>
          <th scope="col">Answers</th>
          <th scope="col" data-number>
            Version
          </th>
          <th scope="col" data-number>
            Waves
          </th>
          <th scope="col">Licence</th>
          <th scope="col">Where from</th>
        </tr>
      </thead>
      <tbody>
        {instruments.map((instrument) => (
          <tr key={instrument.key} data-chosen={instrument.key === chosen || undefined}>
            <th scope="row">
              <button
                type="button"
                className="cd-evaluation-open"
                aria-expanded={instrument.key === chosen}
                autoFocus={instrument.key === focused}
                onClick={() => onChoose(instrument.key)}
              >
                {instrument.name}
              </button>
            </th>
            <td>{kindWords(instrument)}</td>
            <td>{respondentLabels[instrument.respondents]}</td>
            <td data-number>{instrument.items.length}</td>
            <td>{endsWords(instrument.items)}</td>
            <td data-number>{instrument.version}</td>
            <td data-number>{instrument.waves.length}</td>
            <td>{today && <LicenceCell instrument={instrument} today={today} />}</td>
            <td>{originLabels[instrument.origin]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LicenceCell({ instrument, today }: { instrument: ListedInstrument; today: PlainDate }) {
  const { tone, words } = licenceWords(instrument.licence, today)
  return tone === 'needs' ? <StatusDot tone="needs">{words}</StatusDot> : words
}
