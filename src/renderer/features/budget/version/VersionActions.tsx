import './version.css'
import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, CopyPlus, FileSpreadsheet, Printer, Settings2, Table2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import type { Budget } from '#shared/budget/schema.ts'
import type { Program } from '#shared/program/schema.ts'
import { versionInWords } from '../budgetWords.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import { BudgetExportDialog } from './BudgetExportDialog.tsx'
import { NewVersionDialog } from './NewVersionDialog.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'

interface Props {
  program: Program
  versions: readonly Budget[]
  work: BudgetWork
}

type Shown = 'workbook' | 'lines' | 'approve' | 'settings' | 'copy'

/** Which version is shown, and what can be done with it beside changing it. */
export function VersionActions({ program, versions, work }: Props) {
  const { document, isLocked, scenario } = work
  const { budget } = document
  const [shown, setShown] = useState<Shown | null>(null)
  const navigate = useNavigate({ from: '/programs/$programId/budget' })
  const remove = useChange('budget.remove')
  const done = useDone()
  const close = (): void => setShown(null)
  const giveUp = async (): Promise<void> => {
    await navigate({ search: (before) => ({ tab: before.tab ?? 'plan' }) })
    await remove.mutateAsync({ budgetId: budget.id })
    await done(`Gave version ${budget.number} up`)
  }
  const print = (): void =>
    void navigate({
      to: '/programs/$programId/budget/summary',
      params: { programId: program.id },
      search: { version: budget.id, scenario: scenario?.id },
    })
  const drafting: MenuAction[] = [
    { id: 'settings', label: 'Name and years…', icon: Settings2, onAction: () => setShown('settings') },
  ]
  return (
    <>
      <div className="cd-budget-version">
        <Select
          label="Version"
          isLabelHidden
          choices={versions.map((version) => ({ id: version.id, label: versionInWords(version) }))}
          value={budget.id}
          onChange={(version) => void navigate({ search: (before) => ({ tab: before.tab ?? 'plan', version }) })}
        />
      </div>
      <Menu
        label="Actions"
        groups={[
          [
            ...(isLocked ? [] : drafting),
            { id: 'copy', label: 'New version…', icon: CopyPlus, onAction: () => setShown('copy') },
          ],
          [
            { id: 'print', label: 'Print summary', icon: Printer, onAction: print },
            { id: 'lines', label: 'Export lines (.csv)…', icon: Table2, onAction: () => setShown('lines') },
          ],
          ...(isLocked
            ? []
            : [
                [
                  {
                    id: 'remove',
                    label: 'Give the draft up',
                    icon: Trash2,
                    isDanger: true,
                    onAction: () => void giveUp().catch(showProblem),
                  },
                ],
              ]),
        ]}
      >
        <Button>
          Actions
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      {isLocked ? (
        <Button onPress={() => setShown('copy')}>New version…</Button>
      ) : (
        <Button onPress={() => setShown('approve')}>Approve…</Button>
      )}
      <Button kind="primary" icon={FileSpreadsheet} onPress={() => setShown('workbook')}>
        Export workbook…
      </Button>
      {shown === 'approve' && <ApproveDialog work={work} onClose={close} />}
      {shown === 'settings' && <SettingsDialog budget={budget} onClose={close} />}
      {shown === 'copy' && <NewVersionDialog budget={budget} onClose={close} />}
      {(shown === 'workbook' || shown === 'lines') && (
        <BudgetExportDialog what={shown} document={document} scenario={scenario} onClose={close} />
      )}
    </>
  )
}
