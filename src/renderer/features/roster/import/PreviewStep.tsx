import { FileDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Tabs, type TabsProps } from '#renderer/ui/Tabs.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { CountChips } from './CountChips.tsx'
import { FilePanel } from './FilePanel.tsx'
import { MissingGrid } from './MissingGrid.tsx'
import { importLabel, notTaken, previewSentence } from './previewModel.ts'
import { type BadRows, PreviewNotices } from './PreviewNotices.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { ProblemsGrid } from './ProblemsGrid.tsx'
import { Questions } from './Questions.tsx'
import { groupColumns, type Reading } from './reading.ts'
import { Steps } from './Steps.tsx'
import { unknownValues } from './unknownValues.ts'
import type { AfterImport } from './useImport.ts'
import { useQuestions } from './useQuestions.ts'
import { useSaveFailedRows } from './useSaveFailedRows.ts'
import { ValuesTable } from './ValuesTable.tsx'

interface PreviewStepProps {
  title: string
  handle: string
  preview: ImportPreview
  program: Program
  kind: PeopleKind
  reading: Reading
  isReading: boolean
  after: AfterImport
  onAfter: (after: AfterImport) => void
  onKind: (kind: PeopleKind) => void
  onReading: (reading: Reading) => void
  /** Reads again with cells that were typed; resolves when they are in the preview. */
  onTyped: (reading: Reading) => Promise<void>
  onImport: (badRows: BadRows) => void
  onRestart: () => void
  onLeave: () => void
}

type Tab = 'rows' | 'questions' | 'problems' | 'values' | 'columns' | 'missing' | 'file'

/** The second step: how the file was read, and what importing it will do, row by row. */
export function PreviewStep(props: PreviewStepProps) {
  const { preview, program, kind, reading, isReading, after, onReading } = props
  const { counts } = preview
  const isUnread = counts.rows === 0 || counts.skipped === counts.rows
  const [tab, setTab] = useState<Tab>(isUnread ? 'columns' : 'rows')
  const [state, setState] = useState(initialGridState)
  const [badRows, setBadRows] = useState<BadRows>('skip')
  const questions = useQuestions(preview, reading)
  const failed = useSaveFailedRows({ handle: props.handle, programId: program.id, as: kind, ...reading })
  // With 50,000 rows none of this may be worked out again for a keystroke in the grid.
  const { bad, waiting } = useMemo(() => notTaken(preview, reading.rows), [preview, reading.rows])
  const fields = useRead('roster.listCustomFields', { programId: program.id }).data
  const ownFields = useMemo(() => (fields ?? []).filter(({ appliesTo }) => appliesTo === kind), [fields, kind])
  const unknown = useMemo(() => unknownValues(preview, ownFields), [preview, ownFields])
  const columnGroups = useMemo(() => groupColumns(preview.columns), [preview.columns])
  const marked = Object.keys(after.choices).length
  const label =
    importLabel(preview, kind) ?? (marked > 0 ? `Change ${count(marked, 'missing person', 'missing people')}` : null)
  const isHeld = badRows === 'refuse' && bad + waiting > 0
  const onCells = (cells: Record<string, string>): Promise<void> =>
    props.onTyped({ ...reading, cells: { ...reading.cells, ...cells } })

  const save = counts.toCheck > 0 && (
    <Button icon={FileDown} isBusy={failed.isRunning} onPress={() => void failed.save()}>
      Save rows with problems
    </Button>
  )
  const tabs: (TabsProps<Tab>['tabs'][number] | false)[] = [
    {
      id: 'rows',
      label: 'Rows',
      count: counts.rows,
      content: (
        <PreviewRows
          preview={preview}
          programId={program.id}
          kind={kind}
          reading={reading}
          state={state}
          onStateChange={setState}
          onReading={onReading}
          onCells={onCells}
          save={save}
        />
      ),
    },
    questions.length > 0 && {
      id: 'questions',
      label: 'To decide',
      count: questions.length,
      content: (
        <Questions
          questions={questions}
          preview={preview}
          program={program}
          kind={kind}
          reading={reading}
          onReading={onReading}
        />
      ),
    },
    {
      id: 'problems',
      label: 'Found',
      count: preview.problems.length,
      content: <ProblemsGrid preview={preview} kind={kind} onCells={onCells} save={save} />,
    },
    unknown.length > 0 && {
      id: 'values',
      label: 'Values',
      count: unknown.length,
      content: (
        <ValuesTable
          unknown={unknown}
          kind={kind}
          program={program}
          ownFields={ownFields}
          values={preview.values}
          onValues={(values) => onReading({ ...reading, values })}
        />
      ),
    },
    {
      id: 'columns',
      label: 'Columns',
      count: columnGroups.length,
      content: (
        <ColumnsTable
          columns={preview.columns}
          kind={kind}
          reading={reading}
          policies={preview.policies}
          onReading={onReading}
        />
      ),
    },
    counts.missing > 0 && {
      id: 'missing',
      label: 'Missing',
      count: counts.missing,
      content: (
        <MissingGrid preview={preview} programId={program.id} kind={kind} after={after} onAfter={props.onAfter} />
      ),
    },
    {
      id: 'file',
      label: 'What was read',
      content: (
        <FilePanel
          preview={preview}
          program={program}
          kind={kind}
          reading={reading}
          onKind={props.onKind}
          onReading={onReading}
        />
      ),
    },
  ]
  const shown = tabs.filter((one) => one !== false)

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
              <Button kind="primary" onPress={() => props.onImport(badRows)} isDisabled={isReading || isHeld}>
                {isHeld ? `${count(bad + waiting, 'row')} to put right` : label}
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
      <PreviewNotices
        preview={preview}
        kind={kind}
        reading={reading}
        bad={bad}
        waiting={waiting}
        hasImport={label !== null}
        badRows={badRows}
        onBadRows={setBadRows}
        onFile={() => setTab('file')}
        onQuestions={() => setTab('questions')}
        unknown={unknown.filter(({ meaning }) => meaning === null).length}
        onValues={() => setTab('values')}
      />
      <CountChips
        preview={preview}
        filters={state.filters}
        onFilters={(filters) => {
          setState((before) => ({ ...before, filters }))
          setTab('rows')
        }}
        marked={marked}
        onMissing={() => setTab('missing')}
      />
      <Tabs<Tab>
        label="What the import does"
        selected={shown.some(({ id }) => id === tab) ? tab : 'rows'}
        onSelect={setTab}
        tabs={shown}
      />
    </div>
  )
}
