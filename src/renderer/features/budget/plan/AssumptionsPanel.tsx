import './assumptions.css'
import { type ReactNode, useId, useRef } from 'react'
import { useFieldLeft } from '#renderer/app/useFieldLeft.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { BudgetWork } from '../useBudgetWork.ts'
import { assumptionsForm } from './assumptionsForm.ts'
import { CoachFields } from './CoachFields.tsx'
import { PayFields } from './PayFields.tsx'
import { RateFields } from './RateFields.tsx'

/** Everything that is one number for the whole budget, stored as each field is left. */
export function AssumptionsPanel({ work }: { work: BudgetWork }) {
  const form = assumptionsForm(work)
  const { assumptions, isLocked, scenario } = work
  const panel = useRef<HTMLFormElement>(null)
  useFieldLeft(panel, assumptions.flush)
  return (
    <form
      ref={panel}
      className="cd-assumptions"
      aria-label="Assumptions"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        assumptions.flush()
      }}
    >
      <header>
        <h2>Assumptions</h2>
        <output>{isLocked ? 'Locked' : stateInWords(assumptions.state, assumptions.problem !== null)}</output>
      </header>
      {scenario && (
        <p className="cd-quiet">{`What is changed here holds in ${scenario.name} only; all else is as in the base.`}</p>
      )}
      {assumptions.problem && (
        <ProblemNotice
          problem={assumptions.problem}
          actions={
            assumptions.problem.code === 'stale' ? (
              <>
                <Button onPress={assumptions.takeStored}>Show what is stored</Button>
                <Button onPress={assumptions.keepMine}>Store mine over it</Button>
              </>
            ) : (
              <Button onPress={assumptions.flush}>Try again</Button>
            )
          }
        />
      )}
      <Part title="Coaches needed">
        <CoachFields form={form} work={work} />
      </Part>
      <Part title="Pay of coaches">
        <PayFields form={form} work={work} />
      </Part>
      <Part title="Rates and thresholds">
        <RateFields form={form} work={work} />
      </Part>
    </form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

function stateInWords(state: 'clean' | 'edited' | 'saving', isRefused: boolean): string {
  if (isRefused) return 'Not saved'
  if (state === 'saving') return 'Saving'
  return state === 'edited' ? 'Saved when the field is left' : 'Saved'
}
