import { useMemo, useState } from 'react'
import { Select } from '#renderer/ui/form/Select.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridColumn, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'
import { responseStateLabels, type ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { Part } from '../Part.tsx'

type Row = ResponsePreview['rows'][number] & { id: string }
type Found = ResponsePreview['problems'][number] & { id: string }

const leftOut = '(left out)'

interface ColumnsProps {
  preview: ResponsePreview
  items: readonly InstrumentItem[]
  onMap: (column: string, field: string | null) => void
}

/** What each column is read as, why, and what it holds. */
export function Columns({ preview: { columns }, items, onMap }: ColumnsProps) {
  const known = items.map(({ key, text }) => ({ id: key, label: text || key }))
  const others = [...new Set(columns.flatMap(({ field }) => field ?? []))].filter((field) =>
    known.every(({ id }) => id !== field),
  )
  const choices = [{ id: leftOut, label: 'Left out' }, ...others.map((id) => ({ id, label: id })), ...known]
  return (
    <Part label="Columns">
      <table className="cd-evaluation-table">
        <caption className="cd-visually-hidden">Columns of the file</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Read as</th>
            <th scope="col">Why</th>
            <th scope="col">First values</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, header, field, reason, samples }) => (
            <tr key={index}>
              <th scope="row">{`${columnLetter(index)} ${header}`}</th>
              <td>
                <Select
                  label={`Read column ${columnLetter(index)} as`}
                  isLabelHidden
                  choices={choices}
                  value={field ?? leftOut}
                  onChange={(chosen) => onMap(columnLetter(index), chosen === leftOut ? null : chosen)}
                />
              </td>
              <td className="cd-quiet">{reason}</td>
              <td className="cd-quiet">{samples.slice(0, 3).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

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

const rowId = ({ id }: { id: string }): string => id

const rowColumns: GridColumn<Row>[] = [
  { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
  {
    key: 'action',
    header: 'What happens',
    kind: 'choice',
    width: 132,
    value: ({ action }) => action,
    choices: Object.entries(actions).map(([id, { label }]) => ({ id, label })),
    tone: ({ action }) => actions[action].tone,
  },
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
  const [state, setState] = useState(initialGridState)
  const withIds = useMemo(() => rows.map((row) => ({ ...row, id: `${row.sheet} ${row.row}` })), [rows])
  return (
    <DataGrid
      rows={withIds}
      getRowId={rowId}
      columns={rowColumns}
      label="Responses of the file"
      noun={{ one: 'response', many: 'responses' }}
      state={state}
      onStateChange={setState}
    />
  )
}

const foundColumns: GridColumn<Found>[] = [
  { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
  { key: 'column', header: 'Column', kind: 'text', width: 80, value: ({ column }) => column || null, pinned: true },
  { key: 'value', header: 'In the file', kind: 'text', width: 160, value: ({ value }) => value || null },
  { key: 'message', header: 'What it means', kind: 'text', width: 720, value: ({ message }) => message },
]

/** What is wrong in the file, cell by cell. */
export function FoundRows({ problems }: Pick<ResponsePreview, 'problems'>) {
  const [state, setState] = useState(initialGridState)
  const rows = useMemo(() => problems.map((problem, at) => ({ ...problem, id: String(at) })), [problems])
  return (
    <DataGrid
      rows={rows}
      getRowId={rowId}
      columns={foundColumns}
      label="What was found in the file"
      noun={{ one: 'finding', many: 'findings' }}
      state={state}
      onStateChange={setState}
      empty={<p className="cd-quiet">Nothing in the file needs attention.</p>}
    />
  )
}
