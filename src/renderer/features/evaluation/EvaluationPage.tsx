import '#renderer/app/page.css'
import './evaluation.css'
import { useParams } from '@tanstack/react-router'
import { Download, Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { evaluationTabs, type EvaluationTab } from '#renderer/app/search.ts'
import { evaluationTabLabels } from '#renderer/app/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { Overview } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { CoachesTab } from './CoachesTab.tsx'
import { CommentsTab } from './comments/CommentsTab.tsx'
import { GoalsTab } from './GoalsTab.tsx'
import { ResponseImport } from './importing/ResponseImport.tsx'
import type { EditorTask } from './instruments/editorTask.ts'
import { InstrumentEditor } from './instruments/InstrumentEditor.tsx'
import { InstrumentsTab } from './instruments/InstrumentsTab.tsx'
import { OutcomesExportDialog } from './OutcomesExportDialog.tsx'
import { Reading } from './Reading.tsx'
import { ReleasedTab } from './released/ReleasedTab.tsx'
import { ResultsTab } from './results/ResultsTab.tsx'
import { useEvaluationSearch } from './useEvaluationSearch.ts'
import { type ChosenYear, useEvaluationYear } from './useEvaluationYear.ts'
import { ViewerBar } from './ViewerBar.tsx'
import { WaveDialog } from './waves/WaveDialog.tsx'
import { WavesTab } from './waves/WavesTab.tsx'

/** Parts that are of one academic year; the others show the waves of all years, so that change is seen. */
const yearly: ReadonlySet<EvaluationTab> = new Set(['waves', 'goals', 'coaches'])

/** Parts that are the same whoever is looking. */
const ofOffice: ReadonlySet<EvaluationTab> = new Set(['instruments', 'released'])

/** What was asked, what came back, and what of it may be shown to whom. */
export function EvaluationPage() {
  const { programId } = useParams({ from: '/programs/$programId/evaluation' })
  const chosenYear = useEvaluationYear(programId)
  return (
    <div className="cd-page cd-evaluation">
      <Reading of={chosenYear} label="Evaluation">
        {(year) => <Evaluation programId={programId} chosenYear={year} />}
      </Reading>
    </div>
  )
}

function Evaluation({ programId, chosenYear }: { programId: Id; chosenYear: ChosenYear }) {
  const { tab, audience, show } = useEvaluationSearch()
  const { year } = chosenYear
  const overview = useRead('evaluation.overview', { programId, audience, year })
  const [dialog, setDialog] = useState<'import' | 'wave' | 'export' | null>(null)
  const close = (): void => setDialog(null)
  const [task, setTask] = useState<EditorTask | null>(null)
  // Until another part is looked at.
  const [edited, setEdited] = useState<string | null>()
  if (dialog === 'import') return <ResponseImport programId={programId} onClose={close} />
  const closeEditor = (instrument: string | null): void => {
    setTask(null)
    setEdited(instrument)
    if (instrument !== null) show({ instrument, measure: undefined })
  }
  if (task) return <InstrumentEditor task={task} onClose={closeEditor} />
  const content: Record<EvaluationTab, React.ReactNode> = {
    waves: <WavesTab programId={programId} chosenYear={chosenYear} overview={overview} />,
    results: <ResultsTab programId={programId} />,
    goals: <GoalsTab programId={programId} year={year} />,
    coaches: <CoachesTab programId={programId} year={year} />,
    comments: <CommentsTab programId={programId} />,
    instruments: <InstrumentsTab onEdit={setTask} edited={edited} />,
    released: <ReleasedTab programId={programId} />,
  }
  return (
    <>
      <PageHeader
        title="Evaluation"
        summary={overview.data && standing(overview.data, year)}
        actions={
          <>
            <Button icon={Download} onPress={() => setDialog('export')}>
              Export outcomes…
            </Button>
            <Button icon={Plus} onPress={() => setDialog('wave')}>
              Add wave…
            </Button>
            <Button kind="primary" icon={Upload} onPress={() => setDialog('import')}>
              Import responses…
            </Button>
          </>
        }
      />
      {!ofOffice.has(tab) && <ViewerBar programId={programId} chosenYear={yearly.has(tab) ? chosenYear : undefined} />}
      <Tabs<EvaluationTab>
        label="Parts of the evaluation"
        tabs={evaluationTabs.map((id) => ({ id, label: evaluationTabLabels[id], content: content[id] }))}
        selected={tab}
        onSelect={(next) => {
          setEdited(undefined)
          show({ tab: next })
        }}
      />
      {dialog === 'export' && (
        <OutcomesExportDialog programId={programId} audience={audience} chosenYear={chosenYear} onClose={close} />
      )}
      {dialog === 'wave' && <WaveDialog programId={programId} onClose={close} />}
    </>
  )
}

/** How collecting stands in a year, in one sentence. */
function standing({ waves }: Overview, year: number): string {
  if (waves.length === 0) return `${formatAcademicYear(year)}: no waves to show`
  const instruments = new Set(waves.map(({ instrumentKey }) => instrumentKey)).size
  const received = waves.reduce((sum, { rates: [all] }) => sum + (all?.received ?? 0), 0)
  return `${formatAcademicYear(year)}: ${count(waves.length, 'wave')} of ${count(instruments, 'instrument')}, ${count(received, 'response')} counted`
}
