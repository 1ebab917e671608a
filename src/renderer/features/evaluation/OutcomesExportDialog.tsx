import { useState } from 'react'
import { ExportDialog } from '#renderer/app/ExportDialog.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import { type Audience, audienceLabels, audiences } from '#shared/program/design/audiences.ts'

interface Props {
  programId: Id
  audience: Audience
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
export function OutcomesExportDialog({ programId, audience, onClose }: Props) {
  const [format, setFormat] = useState<Format>('evaluation.exportOutcomes')
  return (
    <ExportDialog
      job={format}
      input={{ programId }}
      title="Export outcomes"
      about="What the sharing rules let the audience see. Small groups are hidden, also against what was exported before."
      audience={audience === 'coach' ? 'dean' : audience}
      audiences={choices}
      onClose={onClose}
    >
      <RadioGroup<Format> label="As" choices={formats} value={format} onChange={setFormat} />
    </ExportDialog>
  )
}
