import { Select } from '#renderer/ui/form/Select.tsx'
import type { FieldKey } from '#shared/imports/field.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { Program } from '#shared/program/schema.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import type { Reading } from './reading.ts'
import { changeMeaning, meaningsOf, type UnknownValue } from './unknownValues.ts'

interface ValuesTableProps {
  unknown: readonly UnknownValue[]
  kind: PeopleKind
  program: Program
  /** What the program added to rosters of this kind. */
  ownFields: readonly CustomField[]
  values: NonNullable<Reading['values']>
  onValues: (values: NonNullable<Reading['values']>) => void
}

const unsaid = '(not understood)'
const empty = '(left empty)'

/** Wordings of the file that were not understood: what each means is said once, for every row, and is remembered. */
export function ValuesTable({ unknown, kind, program, ownFields, values, onValues }: ValuesTableProps) {
  return (
    <div className="cd-import-table cd-import-values">
      <p className="cd-quiet">What is chosen here holds for every row, and for the next file of the same columns.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">In the file</th>
            <th scope="col" data-number>
              Rows
            </th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {unknown.map((item) => (
            <tr key={`${item.field} ${item.value}`}>
              <td>{fieldLabel(kind, item.field as FieldKey)}</td>
              <th scope="row">{item.value}</th>
              <td data-number>{item.rows > 0 ? item.rows.toLocaleString('en-US') : ''}</td>
              <td>
                <Select
                  label={`${fieldLabel(kind, item.field as FieldKey)} ${item.value} means`}
                  isLabelHidden
                  placeholder="Choose what it means"
                  value={item.meaning === null ? null : item.meaning || empty}
                  choices={[
                    ...(item.meaning === null ? [] : [{ id: unsaid, label: 'Not said' }]),
                    ...meaningsOf(item.field, kind, program, ownFields),
                    { id: empty, label: 'Leave empty' },
                  ]}
                  onChange={(chosen) => {
                    const meaning = chosen === unsaid ? null : chosen === empty ? '' : chosen
                    onValues(changeMeaning(values, item, meaning))
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
