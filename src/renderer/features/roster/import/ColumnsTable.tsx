import { Select } from '#renderer/ui/form/Select.tsx'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { fieldsOf } from '#shared/imports/fields.ts'
import type { ImportColumn } from '#shared/imports/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { changeMapping } from './previewModel.ts'

interface ColumnsTableProps {
  columns: readonly ImportColumn[]
  kind: RosterKind
  mapping: Readonly<Record<string, string | null>>
  onMapping: (mapping: Record<string, string | null>) => void
}

const leftOut = '(left out)'

/** What each column of the file was taken for, and why; the place to say otherwise. */
export function ColumnsTable({ columns, kind, mapping, onMapping }: ColumnsTableProps) {
  const choices = [
    { id: leftOut, label: 'Left out' },
    ...fieldsOf(kind).map(({ key, label }) => ({ id: key as string, label })),
  ]
  return (
    <div className="cd-import-columns">
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Name in the file</th>
            <th scope="col">Read as</th>
            <th scope="col">Why</th>
            <th scope="col">First values</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, header, hidden, field, reason, samples }) => (
            <tr key={index} data-unread={field === null || undefined}>
              <td>{columnLetter(index)}</td>
              <th scope="row">
                {header || <span className="cd-quiet">No name</span>}
                {hidden && <span className="cd-quiet"> (hidden)</span>}
              </th>
              <td>
                <Select
                  label={`Read column ${columnLetter(index)} as`}
                  isLabelHidden
                  value={field ?? leftOut}
                  choices={choices}
                  onChange={(chosen) =>
                    onMapping(changeMapping(mapping, [...columns], index, chosen === leftOut ? null : chosen))
                  }
                />
              </td>
              <td className="cd-quiet">{reason}</td>
              <td className="cd-import-samples">{samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
