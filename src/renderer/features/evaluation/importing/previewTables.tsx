import { ImportRows } from '#renderer/app/import/ImportRows.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import { responseStateLabels, type ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import { Part } from '../Part.tsx'

type Row = ResponsePreview['rows'][number]

/** Which text of the file was read as which figure. */
export function Labels({ labels }: Pick<ResponsePreview, 'labels'>) {
  if (labels.length === 0) return <p className="cd-quiet">The file holds figures, not texts of choices.</p>
  return (
    <Part label="Texts as figures">
      <table className="cd-evaluation-table">
        <caption className="cd-visually-hidden">Texts of choices and their figures</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">In the file</th>
            <th scope="col" data-number>
              Read as
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {labels.map(({ item, text, value, reason }) => (
            <tr key={`${item} ${text}`}>
              <th scope="row">{item}</th>
              <td>{text}</td>
              <td data-number>{value ?? <span className="cd-quiet">nothing</span>}</td>
              <td className="cd-quiet">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

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
    value: ({ response }) => response.recordedAt || null,
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
