import './data.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Database } from 'lucide-react'
import { dataTabs } from '#renderer/app/search.ts'
import { useOpenFile, useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { dataTabLabels } from '#renderer/app/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { BackupsTab } from './BackupsTab.tsx'
import { ExportsTab } from './ExportsTab.tsx'
import { FilesTab } from './FilesTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { ImportsTab } from './ImportsTab.tsx'

const contents = {
  files: <FilesTab />,
  backups: <BackupsTab />,
  history: <HistoryTab />,
  imports: <ImportsTab />,
  exports: <ExportsTab />,
}

/** The data file: where it is, its backups, and all that happened to it. */
export function DataPage() {
  const { tab } = useSearch({ from: '/data' })
  const navigate = useNavigate()
  const info = useWorkspaceInfo()
  const file = useOpenFile()
  if (!info)
    return (
      <div className="cd-page">
        <Skeleton label="Data" />
      </div>
    )
  if (!file)
    return (
      <div className="cd-page">
        <PageHeader title="Data" />
        <EmptyState
          icon={Database}
          title="No data file is open"
          actions={
            <Button kind="primary" onPress={() => void navigate({ to: '/' })}>
              Go to Home
            </Button>
          }
        >
          Open one, or start a program, and its backups and history stand here.
        </EmptyState>
      </div>
    )
  return (
    <div className="cd-page">
      <PageHeader title="Data" summary="Everything is in one file on this computer. Nothing is sent anywhere." />
      <Tabs
        label="Data"
        tabs={dataTabs.map((id) => ({ id, label: dataTabLabels[id], content: contents[id] }))}
        selected={tab}
        onSelect={(id) => void navigate({ to: '/data', search: { tab: id } })}
      />
    </div>
  )
}
