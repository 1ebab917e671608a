import './scenarios.css'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button } from '#renderer/ui/Button.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import { ScenarioDialog } from './ScenarioDialog.tsx'

const base = 'base'

/** Which version of the plan is shown and edited: the base, or one of the scenarios. */
export function ScenarioBar({ work, onShow }: { work: BudgetWork; onShow: (id: Id | null) => void }) {
  const [isAdding, setAdding] = useState(false)
  const { scenarios } = work.document
  return (
    <div className="cd-scenario-bar">
      <ToggleButtonGroup
        aria-label="Scenario"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[work.scenario?.id ?? base]}
        onSelectionChange={(keys) => {
          const [key] = keys
          onShow(key === undefined || key === base ? null : String(key))
        }}
      >
        {[{ id: base, name: 'Base' }, ...scenarios].map(({ id, name }) => (
          <ToggleButton key={id} id={id} className="cd-scenario">
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {!work.isLocked && (
        <Button kind="quiet" icon={Plus} onPress={() => setAdding(true)}>
          Add scenario…
        </Button>
      )}
      {isAdding && <ScenarioDialog work={work} onSaved={onShow} onClose={() => setAdding(false)} />}
    </div>
  )
}
