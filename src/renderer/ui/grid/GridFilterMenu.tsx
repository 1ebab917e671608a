import { Checkbox } from '../form/Checkbox.tsx'
import { DateField } from '../form/DateField.tsx'
import { Select } from '../form/Select.tsx'
import { TextField } from '../form/TextField.tsx'
import { TypedField } from '../form/TypedField.tsx'
import type { ColumnFilter, GridColumn, GridValue } from './gridTypes.ts'
import { formatValue, parseValue } from './gridValues.ts'

export interface GridFilterMenuProps<Row> {
  column: GridColumn<Row>
  filter: ColumnFilter | undefined
  /** Takes effect at once; undefined takes the filter away. */
  onChange: (filter: ColumnFilter | undefined) => void
}

const presence = [
  { id: 'any', label: 'All cells' },
  { id: 'blank', label: 'Blank cells' },
  { id: 'filled', label: 'Cells that are not blank' },
] as const

/** The filter of one column: by its words, its choices, or a range; and blank or not. */
export function GridFilterMenu<Row>({ column, filter, onChange }: GridFilterMenuProps<Row>) {
  if (column.kind === 'choice') return <ChoicesFilter column={column} filter={filter} onChange={onChange} />
  return (
    <>
      {column.kind === 'text' ? (
        <TextField
          label="Contains"
          autoFocus
          value={filter?.kind === 'contains' ? filter.text : ''}
          onChange={(text) => onChange(text === '' ? undefined : { kind: 'contains', text })}
        />
      ) : (
        <RangeFilter column={column} filter={filter} onChange={onChange} />
      )}
      <Select
        label="Show"
        choices={presence}
        value={filter?.kind === 'blank' ? (filter.isBlank ? 'blank' : 'filled') : 'any'}
        onChange={(id) => onChange(id === 'any' ? undefined : { kind: 'blank', isBlank: id === 'blank' })}
      />
    </>
  )
}

function ChoicesFilter<Row>({ column, filter, onChange }: GridFilterMenuProps<Row>) {
  const picked = filter?.kind === 'choices' ? filter.values : []
  const toggle = (value: GridValue, isOn: boolean) => {
    const values = isOn ? [...picked, value] : picked.filter((other) => other !== value)
    onChange(values.length === 0 ? undefined : { kind: 'choices', values })
  }
  const choices = [...(column.choices ?? []), { id: null, label: 'Blank' }]
  return (
    <div className="cd-grid-filter-choices">
      {choices.map(({ id, label }) => (
        <Checkbox key={label} label={label} value={picked.includes(id)} onChange={(isOn) => toggle(id, isOn)} />
      ))}
    </div>
  )
}

function RangeFilter<Row>({ column, filter, onChange }: GridFilterMenuProps<Row>) {
  const { from, to } = filter?.kind === 'range' ? filter : { from: null, to: null }
  const set = (range: { from: GridValue; to: GridValue }) =>
    onChange(range.from === null && range.to === null ? undefined : { kind: 'range', ...range })
  const fromField = { label: 'From', value: from, onChange: (value: GridValue) => set({ from: value, to }) }
  const toField = { label: 'To', value: to, onChange: (value: GridValue) => set({ from, to: value }) }
  return (
    <div className="cd-grid-filter-range">
      {[fromField, toField].map((field) =>
        column.kind === 'date' ? (
          <DateField key={field.label} {...field} value={field.value === null ? null : String(field.value)} />
        ) : (
          <TypedField<string | number>
            key={field.label}
            {...field}
            format={(value) => formatValue(column, value)}
            parse={(text) => {
              const read = parseValue(column, text)
              return read.ok ? read.value : null
            }}
            unreadable={(text) => {
              const read = parseValue(column, text)
              return read.ok ? '' : read.message
            }}
          />
        ),
      )}
    </div>
  )
}
