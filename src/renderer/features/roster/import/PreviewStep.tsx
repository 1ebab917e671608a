import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { CountChips } from './CountChips.tsx'
import { importLabel, previewSentence } from './previewModel.ts'
import { PreviewNotices } from './PreviewNotices.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { ProblemsGrid } from './ProblemsGrid.tsx'
import { ReadingBar } from './ReadingBar.tsx'
import { Steps } from './Steps.tsx'
import type { Reading } from './useImport.ts'

interface PreviewStepProps {
  title: string
  preview: ImportPreview
  kind: RosterKind
  reading: Reading
  isReading: boolean
  onKind: (kind: RosterKind) => void
  onReading: (reading: Reading) => void
  onImport: () => void
  onRestart: () => void
  onLeave: () => void
}

type Tab = 'rows' | 'problems' | 'columns'

/** The second step: how the file was read, and what importing it will do, row by row. */
export function PreviewStep(props: PreviewStepProps) {
  const { preview, kind, reading, isReading, onReading, onImport } = props
  const { counts } = preview
  const isUnread = counts.rows === 0 || counts.skipped === counts.rows
  const [tab, setTab] = useState<Tab>(isUnread ? 'columns' : 'rows')
  const [state, setState] = useState(initialGridState)
  const label = importLabel(preview, kind)

  return (
    <div className="cd-page cd-import-preview" aria-busy={isReading}>
      <PageHeader
        title={props.title}
        summary={previewSentence(preview, kind)}
        actions={
          <>
            <Button kind={label === null && isUnread ? 'primary' : 'quiet'} onPress={props.onRestart}>
              Choose another file
            </Button>
            {label !== null && (
              <Button kind="primary" onPress={onImport} isDisabled={isReading}>
                {label}
              </Button>
            )}
            {label === null && !isUnread && (
              <Button kind="primary" onPress={props.onLeave}>
                Show {kind}
              </Button>
            )}
          </>
        }
      />
      <Steps current="check" />
      <ReadingBar preview={preview} kind={kind} onKind={props.onKind} onReading={onReading} />
      <PreviewNotices preview={preview} kind={kind} hasImport={label !== null} />
      <CountChips
        preview={preview}
        filters={state.filters}
        onFilters={(filters) => {
          setState((before) => ({ ...before, filters }))
          setTab('rows')
        }}
      />
      <Tabs<Tab>
        label="What was read"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'rows',
            label: 'Rows',
            count: counts.rows,
            content: <PreviewRows preview={preview} kind={kind} state={state} onStateChange={setState} />,
          },
          {
            id: 'problems',
            label: 'Found',
            count: preview.problems.length,
            content: <ProblemsGrid preview={preview} kind={kind} />,
          },
          {
            id: 'columns',
            label: 'Columns',
            count: preview.columns.length,
            content: (
              <ColumnsTable
                columns={preview.columns}
                kind={kind}
                mapping={reading.mapping ?? {}}
                onMapping={(mapping) => onReading({ ...reading, mapping })}
              />
            ),
          },
        ]}
      />
    </div>
  )
}
