import './importColumns.css'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { useScrollable } from '#renderer/ui/useScrollable.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import type { ImportColumn } from '#shared/imports/schema.ts'

interface ImportColumnsProps {
  columns: readonly ImportColumn[]
  /** What a column can be read as. */
  fields: readonly Choice[]
  /** `column` is its letter; the field is null where the column is left out. */
  onRead: (column: string, field: string | null) => void
}

const leftOut = '(left out)'

/** What each column of the file is read as, why, and what it holds. */
export function ImportColumns({ columns, fields, onRead }: ImportColumnsProps) {
  const { scroller, content } = useScrollable('Columns')
  const choices = [{ id: leftOut, label: 'Left out' }, ...fields]
  return (
    <div className="cd-import-columns" {...scroller}>
      <div ref={content}>
        <table className="cd-table">
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
                    onChange={(chosen) => onRead(columnLetter(index), chosen === leftOut ? null : chosen)}
                  />
                </td>
                <td className="cd-quiet">{reason}</td>
                <td className="cd-quiet">{samples.slice(0, 3).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
