import './coaching.css'
import { useState } from 'react'
import { FileImport } from '#renderer/app/import/FileImport.tsx'
import { ImportColumns } from '#renderer/app/import/ImportColumns.tsx'
import { ImportFindings } from '#renderer/app/import/ImportFindings.tsx'
import { ImportRows } from '#renderer/app/import/ImportRows.tsx'
import { useFileImport } from '#renderer/app/import/useFileImport.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { recordFields } from '#shared/coaching/importColumns.ts'
import type { ImportedRecords, RecordImportOptions, RecordPreview } from '#shared/coaching/importSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'

interface RecordImportProps {
  programId: Id
  as: ImportedRecords
  onClose: () => void
}

type Reading = Pick<RecordImportOptions, 'mapping'>
type Row = RecordPreview['rows'][number]
type Part = 'rows' | 'problems' | 'columns'

const words = {
  meetings: {
    title: 'Import meetings',
    one: 'meeting',
    many: 'meetings',
    hint: 'One row for each meeting, with the date and the learner; the coach is theirs of that day where no column names one. Whether it was held, how they met and for how long are read too. Notes on what was talked about are never stored.',
  },
  completions: {
    title: 'Import modules done',
    one: 'module done',
    many: 'modules done',
    hint: 'One row for each coach and module, with the date, as a learning platform lists them. Modules go by the names they have in question 7.',
  },
} as const

const actions: Record<Row['action'], { label: string; tone: Tone }> = {
  create: { label: 'Added', tone: 'done' },
  unchanged: { label: 'There already', tone: 'neutral' },
  skip: { label: 'Left out', tone: 'needs' },
}

const column = (key: string, header: string, width: number, kind: GridColumn<Row>['kind'] = 'text') => ({
  key,
  header,
  kind,
  width,
  value: ({ record }: Row) => record[key] ?? null,
})

const columns: Record<ImportedRecords, GridColumn<Row>[]> = {
  meetings: [
    column('on', 'Date', 116, 'date'),
    column('learner', 'Learner', 180),
    column('coach', 'Coach', 180),
    column('outcome', 'Meeting', 96),
    column('mode', 'How they met', 120),
    column('minutes', 'Minutes', 88, 'number'),
  ],
  completions: [column('coach', 'Coach', 200), column('module', 'Module', 300), column('on', 'Date', 116, 'date')],
}

/** Brings a list of meetings or of modules done in: the file, what it would add, then one step that can be undone. */
export function RecordImport({ programId, as, onClose }: RecordImportProps) {
  const done = useDone()
  const list = useFileImport({
    preview: 'coaching.previewImport',
    apply: 'coaching.applyImport',
    first: {},
    input: (handle, reading: Reading) => ({ handle, programId, as, ...reading }),
  })
  const { title, one, many, hint } = words[as]
  const apply = async (): Promise<void> => {
    const result = await list.apply()
    if (!result) return
    onClose()
    await done(`Imported ${count(result.counts.create, one, many)}`)
  }
  return (
    <section className="cd-coaching-import" aria-labelledby="record-import">
      <header>
        <h2 id="record-import">{list.preview ? `${title} from ${list.preview.file}` : title}</h2>
        <span>
          {(list.preview || list.problem) && <Button onPress={list.restart}>Choose another file</Button>}
          <Button onPress={onClose}>Cancel import</Button>
        </span>
      </header>
      <FileImport file={list} hint={hint}>
        {(preview) => (
          <Preview
            preview={preview}
            as={as}
            isBusy={list.running !== null}
            onRead={(letter, field) => void list.readAgain({ mapping: { ...list.reading.mapping, [letter]: field } })}
            onImport={() => void apply()}
          />
        )}
      </FileImport>
    </section>
  )
}

interface PreviewProps {
  preview: RecordPreview
  as: ImportedRecords
  isBusy: boolean
  onRead: (letter: string, field: string | null) => void
  onImport: () => void
}

function Preview({ preview, as, isBusy, onRead, onImport }: PreviewProps) {
  const [part, setPart] = useState<Part>('rows')
  const { one, many } = words[as]
  const { counts, notes } = preview
  const findings = preview.problems.filter(({ level }) => level !== 'info')
  return (
    <>
      <div className="cd-coaching-gist">
        <p>{gist(preview, one, many)}</p>
        <Button kind="primary" onPress={onImport} isDisabled={counts.create === 0} isBusy={isBusy}>
          {counts.create === 0 ? 'Nothing to import' : `Import ${count(counts.create, one, many)}`}
        </Button>
      </div>
      {notes.map(({ code, message }) => (
        <p key={code + message} className="cd-quiet">
          {message}
        </p>
      ))}
      <Tabs<Part>
        label="What the file holds"
        selected={part}
        onSelect={setPart}
        tabs={[
          {
            id: 'rows',
            label: 'Rows',
            count: preview.rows.length,
            content: (
              <ImportRows
                rows={preview.rows}
                actions={actions}
                columns={columns[as]}
                label="Rows of the file"
                noun={{ one: 'row', many: 'rows' }}
              />
            ),
          },
          {
            id: 'problems',
            label: 'Found',
            count: findings.length,
            content: <ImportFindings findings={findings} />,
          },
          {
            id: 'columns',
            label: 'Columns',
            count: preview.columns.length,
            content: (
              <ImportColumns
                columns={preview.columns}
                fields={recordFields[as].map(({ key, label }) => ({ id: key, label }))}
                onRead={onRead}
              />
            ),
          },
        ]}
      />
    </>
  )
}

function gist({ counts, importedBefore }: RecordPreview, one: string, many: string): string {
  const parts = [
    counts.create === 0 ? 'Nothing to add' : `${count(counts.create, one, many)} to add`,
    counts.unchanged > 0 && `${counts.unchanged.toLocaleString('en-US')} recorded already`,
    counts.skipped > 0 && `${counts.skipped.toLocaleString('en-US')} left out`,
  ].filter((part) => part !== false)
  return `${parts.join(', ')}.${importedBefore === null ? '' : ' This very file was imported before.'}`
}
