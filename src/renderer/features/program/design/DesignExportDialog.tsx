import { ExportDialog } from '#renderer/app/ExportDialog.tsx'

export type DesignExport = 'charter' | 'decisions'

interface Props {
  what: DesignExport
  programId: string
  /** The version that is meant; the draft, else the adopted one, when absent. */
  versionId?: string | undefined
  onClose: () => void
}

/** Writes the design as a document, or its decisions as a workbook. */
export function DesignExportDialog({ what, programId, versionId, onClose }: Props) {
  const input = { programId, ...(versionId !== undefined && { versionId }) }
  return what === 'charter' ? (
    <ExportDialog
      job="program.exportCharter"
      input={input}
      title="Export charter"
      about="The eight answers, the decisions, the open points and the goals, as a Word document to be signed."
      audience="Curriculum committee"
      onClose={onClose}
    />
  ) : (
    <ExportDialog
      job="program.exportDecisions"
      input={input}
      title="Export decisions"
      about="One row for each decision on record: what, who, when, why, and the options rejected. An Excel workbook."
      audience="Program office"
      onClose={onClose}
    />
  )
}
