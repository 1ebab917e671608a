import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { ImportColumns } from '#renderer/app/import/ImportColumns.tsx'
import { ImportFindings } from '#renderer/app/import/ImportFindings.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { responseStateLabels, responseStates, type ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { Labels, ResponseRows } from './previewTables.tsx'
import type { ResponseReading } from './useResponseImport.ts'

interface Props {
  programId: Id
  preview: ResponsePreview
  reading: ResponseReading
  isBusy: boolean
  onReading: (reading: ResponseReading) => void
  onImport: () => void
}

type Part = 'columns' | 'rows' | 'found' | 'labels'

/** What importing the file would add: its instrument and wave, its columns, what is left out and why. */
export function ResponsePreviewPart({ programId, preview, reading, isBusy, onReading, onImport }: Props) {
  const { counts, instrument } = preview
  const [part, setPart] = useState<Part>('columns')
  const instruments = useRead('evaluation.listInstruments', {}).data ?? []
  const waves = useRead('evaluation.listAdministrations', { programId }).data ?? []
  const added = counts.create + counts.update
  const problems = preview.problems.filter(({ level }) => level !== 'info')
  const fitting = waves.filter(({ instrumentKey }) => instrument === null || instrumentKey === instrument.key)
  return (
    <>
      <div className="cd-survey-gist">
        <Select
          label="Instrument"
          description={instrument?.reason ?? 'None was recognised. Choose one.'}
          choices={instruments.map(({ key, name }) => ({ id: key, label: name }))}
          value={instrument?.key ?? null}
          onChange={(instrumentKey) => {
            const { administrationId: _, ...others } = reading
            onReading({ ...others, instrumentKey })
          }}
        />
        <Select
          label="Wave"
          description={
            preview.administrationId === null
              ? fitting.length === 0
                ? 'There is none of this instrument. Cancel and add a wave first.'
                : 'No wave has the dates of this file. Choose one.'
              : 'The responses are counted in this wave.'
          }
          choices={fitting.map(({ id, name }) => ({ id, label: name }))}
          value={preview.administrationId}
          onChange={(administrationId) => onReading({ ...reading, administrationId })}
        />
        <div>
          <p>{gist(preview)}</p>
          <Button
            kind="primary"
            onPress={onImport}
            isDisabled={added === 0 || instrument === null || preview.administrationId === null}
            isBusy={isBusy}
          >
            {added === 0 ? 'Nothing to import' : `Import ${count(added, 'response')}`}
          </Button>
        </div>
      </div>
      <ul className="cd-survey-notes">
        {responseStates
          .filter((state) => state !== 'counted' && counts.states[state])
          .map((state) => (
            <li
              key={state}
            >{`${responseStateLabels[state]}: ${count(counts.states[state] ?? 0, 'response')}, in no figure`}</li>
          ))}
        {preview.missingItems.length > 0 && <li>{`No column holds ${preview.missingItems.join(', ')}`}</li>}
        {preview.notes.map(({ code, message }) => (
          <li key={code + message}>{message}</li>
        ))}
      </ul>
      <Tabs<Part>
        label="What the file holds"
        selected={part}
        onSelect={setPart}
        tabs={[
          {
            id: 'columns',
            label: 'Columns',
            count: preview.columns.length,
            content: (
              <ImportColumns
                columns={preview.columns}
                fields={fieldsOf(preview, instruments)}
                onRead={(column, field) => onReading({ ...reading, mapping: { ...reading.mapping, [column]: field } })}
              />
            ),
          },
          { id: 'rows', label: 'Responses', count: preview.rows.length, content: <ResponseRows rows={preview.rows} /> },
          { id: 'found', label: 'Found', count: problems.length, content: <ImportFindings findings={problems} /> },
          {
            id: 'labels',
            label: 'Texts as figures',
            count: preview.labels.length,
            content: <Labels labels={preview.labels} />,
          },
        ]}
      />
    </>
  )
}

/** What a column can be read as: what is known of every response, and the items of the instrument. */
function fieldsOf({ columns, instrument }: ResponsePreview, instruments: readonly Instrument[]): Choice[] {
  const items = instruments.find(({ key }) => key === instrument?.key)?.items ?? []
  const known = items.map(({ key, text }) => ({ id: key, label: text || key }))
  const others = [...new Set(columns.flatMap(({ field }) => field ?? []))].filter((field) =>
    known.every(({ id }) => id !== field),
  )
  return [...others.map((id) => ({ id, label: id })), ...known]
}

function gist({ counts, importedBefore }: ResponsePreview): string {
  const parts = [
    `${count(counts.create, 'response')} to add`,
    counts.update > 0 && `${counts.update.toLocaleString('en-US')} to change`,
    counts.unchanged > 0 && `${counts.unchanged.toLocaleString('en-US')} known already`,
    counts.skipped > 0 && `${counts.skipped.toLocaleString('en-US')} left out`,
    counts.needsYou > 0 && `${counts.needsYou.toLocaleString('en-US')} to decide`,
  ].filter((part) => part !== false)
  return `${parts.join(', ')}.${importedBefore === null ? '' : ' This very file was imported before.'}`
}
