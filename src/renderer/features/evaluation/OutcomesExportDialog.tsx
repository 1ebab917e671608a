import { useState } from 'react'
import { ExportDialog } from '#renderer/app/ExportDialog.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { type Audience, audienceLabels, audiences } from '#shared/program/design/audiences.ts'
import type { ChosenYear } from './useEvaluationYear.ts'
import { YearSelect } from './YearSelect.tsx'

interface Props {
  programId: Id
  audience: Audience
  /** The academic year that it is most often for: the one that is looked at. */
  chosenYear: ChosenYear
  onClose: () => void
}

type Format = 'evaluation.exportOutcomes' | 'evaluation.exportBrief'

const formats: { id: Format; label: string; description: string }[] = [
  { id: 'evaluation.exportOutcomes', label: 'Workbook', description: 'All figures, charts and the method (.xlsx)' },
  { id: 'evaluation.exportBrief', label: 'Brief', description: 'Two pages to print (.docx)' },
]

// Each coach sees their own screen: a file of all coaches would be a league table.
const choices = audiences.filter((id) => id !== 'coach').map((id) => ({ id, label: audienceLabels[id] }))

/** Writes the outcomes for an audience: what it may not see is not in the file. */
export function OutcomesExportDialog({ programId, audience, chosenYear, onClose }: Props) {
  const [year, setYear] = useState(chosenYear.year)
  const [format, setFormat] = useState<Format>('evaluation.exportOutcomes')
  return (
    <ExportDialog
      job={format}
      input={{ programId, year }}
      title="Export outcomes"
      about={`What the sharing rules let the audience see, until the end of ${formatAcademicYear(year)}. Small groups are hidden, also against what was exported before.`}
      audience={audience === 'coach' ? 'dean' : audience}
      audiences={choices}
      onClose={onClose}
    >
      <YearSelect chosenYear={{ ...chosenYear, year }} onChange={setYear} />
      <RadioGroup<Format> label="As" choices={formats} value={format} onChange={setFormat} />
    </ExportDialog>
  )
}
