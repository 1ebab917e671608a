import { StatusDot, type Tone } from '#renderer/ui/StatusDot.tsx'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { count } from '#shared/kernel/text.ts'
import { figures } from '../figures.ts'
import { formatHundredths } from '../hundredths.ts'
import { FigureButton, type OpenFigures } from './FigureTable.tsx'

type Coach = BudgetResult['effortRoster'][number]

const loads: Record<Coach['load'], { words: string; tone: Tone; place: number }> = {
  over: { words: 'Over', tone: 'needs', place: 0 },
  room: { words: 'Has room', tone: 'info', place: 1 },
  fit: { words: 'Fits', tone: 'done', place: 2 },
  unknown: { words: 'Not known', tone: 'neutral', place: 3 },
}

const whole = (value: number): string => value.toLocaleString('en-US')

/** Who coaches with which effort, and whether it fits the learners they have: those with too many first. */
export function EffortRoster({ calculated, open, onOpen }: OpenFigures & { calculated: CalculatedBudget }) {
  const { effortRoster, years } = calculated.result
  const of = figures(calculated)
  if (effortRoster.length === 0) return null
  const year = years[0] === undefined ? '' : `, ${formatFiscalYear(years[0])}`
  const sorted = effortRoster.toSorted((one, other) => loads[one.load].place - loads[other.load].place)
  return (
    <details className="cd-effort-roster">
      <summary>{`Effort and load of coaches${year}: ${loadInWords(effortRoster)}`}</summary>
      <div className="cd-scroll-x">
        <table className="cd-table cd-figure-table">
          <thead>
            <tr>
              <th scope="col">Coach</th>
              <th scope="col">Load</th>
              {columns.map(({ label }) => (
                <th key={label} scope="col" data-number>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((coach) => (
              <tr key={coach.appointmentId ?? coach.name}>
                <th scope="row">{coach.name}</th>
                <td>
                  <StatusDot tone={loads[coach.load].tone}>{loads[coach.load].words}</StatusDot>
                </td>
                {columns.map(({ label, column, value, format }) => (
                  <td key={label} data-number>
                    <FigureButton
                      label={`${label}, ${coach.name}`}
                      value={value(coach)}
                      format={format}
                      figure={of.coach(coach.appointmentId, coach.name, column, label)}
                      open={open}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const columns = [
  { label: 'FTE', column: 'effort', value: (coach: Coach) => coach.effort, format: formatEffort },
  { label: 'Learners', column: 'learners', value: (coach: Coach) => coach.learners, format: whole },
  {
    label: 'Learners per 0.1 FTE',
    column: 'perTenth',
    value: (coach: Coach) => coach.learnersPerTenth,
    format: formatHundredths,
  },
]

/** "2 over, 5 with room" */
function loadInWords(coaches: readonly Coach[]): string {
  const number = (load: Coach['load']): number => coaches.filter((coach) => coach.load === load).length
  return `${count(number('over'), 'coach', 'coaches')} over, ${number('room')} with room`
}
