import './plan.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Figure, figureKey } from '../figures.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import { AssumptionsPanel } from './AssumptionsPanel.tsx'
import { FigureInspector } from './FigureInspector.tsx'
import { ProblemList } from './ProblemList.tsx'
import { Results } from './Results.tsx'

/** The assumptions beside what they come to; any figure opens at the side. */
export function PlanTab({ work, bar }: { work: BudgetWork; bar: ReactNode }) {
  const [figure, setFigure] = useState<Figure | null>(null)
  const tab = useRef<HTMLDivElement>(null)
  useAssumptionInAddress(tab)
  const close = (): void => {
    setFigure(null)
    tab.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus()
  }
  return (
    <>
      {bar}
      <div className="cd-plan" ref={tab}>
        <AssumptionsPanel work={work} />
        <div className="cd-plan-results" role="region" aria-label="Results">
          <ProblemList work={work} />
          <Results calculated={work.calculated} open={figure && figureKey(figure)} onOpen={setFigure} />
        </div>
        {figure && <FigureInspector key={figureKey(figure)} work={work} figure={figure} onClose={close} />}
      </div>
    </>
  )
}

/** Goes to the assumption that the address names, once, and takes it out of the address. */
function useAssumptionInAddress(tab: React.RefObject<HTMLElement | null>): void {
  const { field } = useSearch({ from: '/programs/$programId/budget' })
  const navigate = useNavigate({ from: '/programs/$programId/budget' })
  useEffect(() => {
    if (field === undefined) return
    const found = tab.current?.querySelector<HTMLElement>(`[data-assumption="${CSS.escape(field)}"]`)
    found?.querySelector('details')?.setAttribute('open', '')
    found?.scrollIntoView({ block: 'center' })
    found?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
    void navigate({ search: (before) => ({ ...before, field: undefined }), replace: true })
  }, [tab, field, navigate])
}
