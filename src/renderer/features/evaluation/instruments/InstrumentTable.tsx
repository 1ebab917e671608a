import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { respondentLabels } from '#shared/program/design/assessment.ts'
import { useTakenFocus } from './useTakenFocus.ts'
import { endsWords, kindWords, licenceWords, originLabels } from './words.ts'

interface Props {
  instruments: readonly ListedInstrument[]
  chosen: string | undefined
  focused: string | null | undefined
  onChoose: (key: string) => void
}

/** Where the inspector, which says the same, takes their room, secondary ones are left out, then tertiary ones. */
const columns = [
  { label: 'Instrument' },
  { label: 'Asks for', 'data-tertiary': true },
  { label: 'Who answers', 'data-secondary': true },
  { label: 'Items', 'data-number': true },
  { label: 'Answers', 'data-secondary': true },
  { label: 'Version', 'data-number': true },
  { label: 'Waves', 'data-number': true },
  { label: 'Licence' },
  { label: 'Where from', 'data-secondary': true },
]

/** The newest version of each instrument, one to a row. */
export function InstrumentTable({ instruments, chosen, focused, onChoose }: Props) {
  const today = useWorkspaceInfo()?.today
  return (
    <table className="cd-table cd-evaluation-table">
      <caption className="cd-visually-hidden">Instruments by name</caption>
      <thead>
        <tr>
          {columns.map(({ label, ...kind }) => (
            <th key={label} scope="col" {...kind}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {instruments.map((instrument) => (
          <tr key={instrument.key} data-chosen={instrument.key === chosen || undefined}>
            <th scope="row">
              <OpenButton
                name={instrument.name}
                isOpen={instrument.key === chosen}
                takesFocus={instrument.key === focused}
                onPress={() => onChoose(instrument.key)}
              />
            </th>
            <td data-name data-tertiary>
              {kindWords(instrument)}
            </td>
            <td data-secondary>{respondentLabels[instrument.respondents]}</td>
            <td data-number>{instrument.items.length}</td>
            <td data-secondary>{endsWords(instrument.items)}</td>
            <td data-number>{instrument.version}</td>
            <td data-number>{instrument.waves.length}</td>
            <td>{today && <LicenceCell instrument={instrument} today={today} />}</td>
            <td data-secondary>{originLabels[instrument.origin]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OpenButtonProps {
  name: string
  isOpen: boolean
  takesFocus: boolean
  onPress: () => void
}

function OpenButton({ name, isOpen, takesFocus, onPress }: OpenButtonProps) {
  const button = useTakenFocus<HTMLButtonElement>(takesFocus)
  return (
    <button ref={button} type="button" className="cd-evaluation-open" aria-expanded={isOpen} onClick={onPress}>
      {name}
    </button>
  )
}

function LicenceCell({ instrument, today }: { instrument: ListedInstrument; today: PlainDate }) {
  const { tone, words } = licenceWords(instrument.licence, today)
  return tone === 'needs' ? <StatusDot tone="needs">{words}</StatusDot> : words
}
