import { ImportRows } from '#renderer/app/import/ImportRows.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import { responseStateLabels, type ResponsePreview } from '#shared/evaluation/responsesSchema.ts'

type Row = ResponsePreview['rows'][number]

const actions: Record<Row['action'], { label: string; tone: Tone }> = {
  create: { label: 'Added', tone: 'done' },
  update: { label: 'Changed', tone: 'info' },
  unchanged: { label: 'Known already', tone: 'neutral' },
  skip: { label: 'Left out', tone: 'neutral' },
  needsYou: { label: 'To decide', tone: 'needs' },
}

const rowColumns: GridColumn<Row>[] = [
  {
    key: 'state',
    header: 'In the figures',
    kind: 'choice',
    width: 196,
    value: ({ state }) => state,
    choices: Object.entries(responseStateLabels).map(([id, label]) => ({ id, label })),
  },
  {
    key: 'recordedAt',
    header: 'Recorded',
    kind: 'text',
    width: 160,
    value: ({ response: { recordedAt } }) => recordedAt.replace('T', ' ').slice(0, 16) || null,
  },
  { key: 'why', header: 'Why', kind: 'text', width: 480, value: ({ why }) => why || null },
]

/** The responses of the file and what becomes of each; never what was answered, beside whose it is. */
export function ResponseRows({ rows }: { rows: ResponsePreview['rows'] }) {
  return (
    <ImportRows
      rows={rows}
      actions={actions}
      columns={rowColumns}
      label="Responses of the file"
      noun={{ one: 'response', many: 'responses' }}
    />
  )
}
