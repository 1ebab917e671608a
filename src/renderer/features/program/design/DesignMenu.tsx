import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, FileText, GitCompare, Printer, Table2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useChange, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { DesignVersion } from '#shared/program/design/version.ts'
import { DesignExportDialog, type DesignExport } from './DesignExportDialog.tsx'

/** What can be done with a version beside changing it. */
export function DesignMenu({ programId, version }: { programId: string; version: DesignVersion }) {
  const versions = useRead('program.listDesignVersions', { programId }).data ?? []
  const [exporting, setExporting] = useState<DesignExport | null>(null)
  const discard = useChange('program.discardDraft')
  const navigate = useNavigate()
  const done = useDone()
  const hasOthers = versions.length > 1
  const params = { programId }
  const giveUp = async (): Promise<void> => {
    await discard.mutateAsync({ programId })
    await done('Gave the draft up')
  }
  return (
    <>
      <Menu
        label="Charter and versions"
        groups={[
          [
            {
              id: 'print',
              label: 'Print charter',
              icon: Printer,
              onAction: () => void navigate({ to: '/programs/$programId/design/charter', params }),
            },
            {
              id: 'charter',
              label: 'Export charter (.docx)…',
              icon: FileText,
              onAction: () => setExporting('charter'),
            },
            {
              id: 'decisions',
              label: 'Export decisions (.xlsx)…',
              icon: Table2,
              onAction: () => setExporting('decisions'),
            },
          ],
          [
            {
              id: 'compare',
              label: 'Compare versions',
              icon: GitCompare,
              isDisabled: !hasOthers,
              onAction: () => void navigate({ to: '/programs/$programId/design/compare', params }),
            },
            ...(version.state === 'draft' && hasOthers
              ? [
                  {
                    id: 'discard',
                    label: 'Give the draft up',
                    icon: Undo2,
                    isDanger: true,
                    onAction: () => void giveUp().catch(showProblem),
                  },
                ]
              : []),
          ],
        ]}
      >
        <Button>
          Charter and versions
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      {exporting && <DesignExportDialog what={exporting} programId={programId} onClose={() => setExporting(null)} />}
    </>
  )
}
