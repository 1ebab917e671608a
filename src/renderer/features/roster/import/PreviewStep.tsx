import { type ReactNode, useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { Program } from '#shared/program/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { CountChips } from './CountChips.tsx'
import { importLabel } from './previewModel.ts'
import { PreviewNotices } from './PreviewNotices.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { ProblemsGrid } from './ProblemsGrid.tsx'
import { ReadingBar } from './ReadingBar.tsx'
import type { Reading } from './useImport.ts'

interface PreviewStepProps {
  header: (actions: ReactNode) => ReactNode
  preview: ImportPreview
  kind: RosterKind
  program: Program
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
      {props.header(
        <>
          <Button kind="quiet" onPress={props.onRestart}>
            Choose another file
          </Button>
          {label ? (
            <Button kind="primary" onPress={onImport} isDisabled={isReading}>
              {label}
            </Button>
          ) : (
            <Button kind="primary" onPress={props.onLeave}>
              Show {kind}
            </Button>
          )}
        </>,
      )}
      <ReadingBar preview={preview} kind={kind} reading={reading} onKind={props.onKind} onReading={onReading} />
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
