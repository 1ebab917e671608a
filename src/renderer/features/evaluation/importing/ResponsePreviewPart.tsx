import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { ImportColumns } from '#renderer/app/import/ImportColumns.tsx'
import { ImportFindings } from '#renderer/app/import/ImportFindings.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { useScrollable } from '#renderer/ui/useScrollable.ts'
import type { ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { AnswerTexts } from './AnswerTexts.tsx'
import { answerTexts, withMeaning } from './answerTexts.ts'
import { columnFields } from './columnFields.ts'
import { ResponseRows } from './ResponseRows.tsx'
import type { ResponseReading } from './useResponseImport.ts'
import { WaveChoice } from './WaveChoice.tsx'

interface Props {
  programId: Id
  preview: ResponsePreview
  reading: ResponseReading
  isBusy: boolean
  onReading: (reading: ResponseReading) => void
  onImport: () => void
}

type Part = 'columns' | 'rows' | 'found' | 'texts'

/** What importing the file would add: its instrument and wave, its columns, what is left out and why. */
export function ResponsePreviewPart({ programId, preview, reading, isBusy, onReading, onImport }: Props) {
  const { counts, instrument } = preview
  const [part, setPart] = useState<Part>('columns')
  const instruments = useRead('evaluation.listInstruments', {}).data ?? []
  const waves = useRead('evaluation.listAdministrations', { programId }).data ?? []
  const isWaveKnown = preview.administrationId !== null || reading.wave !== undefined
  const added = counts.create + counts.update
  const items = instruments.find(({ key }) => key === instrument?.key)?.items ?? []
  const texts = answerTexts(preview, items, reading.values)
  const problems = preview.problems.filter(({ level }) => level !== 'info')
  return (
    <>
      <div className="cd-survey-gist">
        <Select
          label="Instrument"
          description={instrument?.reason ?? 'None was recognised. Choose one.'}
          choices={instruments.map(({ key, name }) => ({ id: key, label: name }))}
          value={instrument?.key ?? null}
          onChange={(instrumentKey) => {
            const { administrationId: _, wave: __, ...others } = reading
            onReading({ ...others, instrumentKey })
          }}
        />
        <WaveChoice preview={preview} reading={reading} waves={waves} onReading={onReading} />
        <div>
          <p>{gist(preview)}</p>
          <Button
            kind="primary"
            onPress={onImport}
            isDisabled={added === 0 || instrument === null || !isWaveKnown}
            isBusy={isBusy}
          >
            {added === 0 ? 'Nothing to import' : `Import ${count(added, 'response')}`}
          </Button>
        </div>
      </div>
      {preview.notes.length > 0 && <Notes notes={preview.notes} />}
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
                fields={columnFields(items)}
                onRead={(column, field) => onReading({ ...reading, mapping: { ...reading.mapping, [column]: field } })}
              />
            ),
          },
          { id: 'rows', label: 'Responses', count: preview.rows.length, content: <ResponseRows rows={preview.rows} /> },
          { id: 'found', label: 'Found', count: problems.length, content: <ImportFindings findings={problems} /> },
          {
            id: 'texts',
            label: 'Answers as figures',
            count: texts.length,
            content: (
              <AnswerTexts
                texts={texts}
                onRead={(text, value) => onReading({ ...reading, values: withMeaning(reading.values, text, value) })}
              />
            ),
          },
        ]}
      />
    </>
  )
}

/** What there is to know of the file as a whole. */
function Notes({ notes }: Pick<ResponsePreview, 'notes'>) {
  const { scroller, content } = useScrollable('Notes on the file')
  return (
    <div className="cd-survey-notes" {...scroller}>
      <div ref={content}>
        <ul>
          {notes.map(({ code, message }) => (
            <li key={code + message}>{message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
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
