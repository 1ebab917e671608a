import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { Fragment, useState } from 'react'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import type { Scenario } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { type BudgetWork, useBudgetChange } from '../useBudgetWork.ts'
import { type ComparedRow, comparedRows, differenceText } from './comparedRows.ts'
import { ScenarioDialog } from './ScenarioDialog.tsx'

interface Props {
  work: BudgetWork
  /** The base first, then the scenarios in their order. */
  results: readonly BudgetResult[]
  /** Which fiscal year, from 0. */
  at: number
  onShow: (id: Id | null) => void
}

/** Scenarios in columns, figures in rows; where one differs from the base, by how much. */
export function CompareTable({ work, results, at, onShow }: Props) {
  const { scenarios } = work.document
  return (
    <div className="cd-scroll-x">
      <table className="cd-table cd-figure-table cd-compare-scenarios">
        <caption className="cd-visually-hidden">Scenarios side by side</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" data-number>
              Base
            </th>
            {scenarios.map((scenario) => (
              <th key={scenario.id} scope="col" data-number>
                <ScenarioHead work={work} scenario={scenario} onShow={onShow} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparedRows(results, at).map((row) => (
            <Fragment key={row.key}>
              <tr data-total={row.isTotal || undefined}>
                <th scope="row">{row.label}</th>
                {row.values.map((value, index) => (
                  <td key={results[index]?.scenarioId ?? 'base'} data-number>
                    {value === null ? <span className="cd-quiet">not known</span> : row.format(value)}
                  </td>
                ))}
              </tr>
              {row.differs && <DifferenceRow row={row} results={results} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DifferenceRow({ row, results }: { row: ComparedRow; results: readonly BudgetResult[] }) {
  const [base = null] = row.values
  return (
    <tr data-difference>
      <th scope="row">
        <span className="cd-visually-hidden">{`${row.label}: `}</span>
        difference to the base
      </th>
      {row.values.map((value, index) => (
        <td key={results[index]?.scenarioId ?? 'base'} data-number>
          {index > 0 && differenceText(row, base, value)}
        </td>
      ))}
    </tr>
  )
}

interface HeadProps {
  work: BudgetWork
  scenario: Scenario
  onShow: (id: Id) => void
}

function ScenarioHead({ work, scenario, onShow }: HeadProps) {
  const [dialog, setDialog] = useState<'rename' | 'copy' | null>(null)
  const removeScenario = useBudgetChange('budget.removeScenario')
  const done = useDone()
  const remove = async (): Promise<void> => {
    await removeScenario.mutateAsync({ budgetId: work.document.budget.id, scenarioId: scenario.id })
    await done(`Removed the scenario ${scenario.name}`)
  }
  return (
    <span className="cd-scenario-head">
      <Button kind="quiet" onPress={() => onShow(scenario.id)}>
        {scenario.name}
      </Button>
      {!work.isLocked && (
        <Menu
          label={`Actions for ${scenario.name}`}
          groups={[
            [
              { id: 'rename', label: 'Rename…', icon: Pencil, onAction: () => setDialog('rename') },
              { id: 'copy', label: 'Copy…', icon: Copy, onAction: () => setDialog('copy') },
            ],
            [
              {
                id: 'remove',
                label: 'Remove scenario',
                icon: Trash2,
                isDanger: true,
                onAction: () => void remove().catch(showProblem),
              },
            ],
          ]}
        >
          <IconButton icon={Ellipsis} label={`Actions for ${scenario.name}`} />
        </Menu>
      )}
      {dialog === 'rename' && <ScenarioDialog work={work} scenario={scenario} onClose={() => setDialog(null)} />}
      {dialog === 'copy' && <ScenarioDialog work={work} copyFrom={scenario.id} onClose={() => setDialog(null)} />}
    </span>
  )
}
