import { Select } from '#renderer/ui/form/Select.tsx'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { carriedKeys, fieldsOf } from '#shared/imports/fields.ts'
import type { ImportColumn } from '#shared/imports/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import {
  changeMapping,
  changePolicy,
  forgetColumns,
  groupColumns,
  placeOfColumn,
  type Policy,
  type Reading,
} from './reading.ts'

interface ColumnsTableProps {
  columns: readonly ImportColumn[]
  kind: PeopleKind
  reading: Reading
  policies: NonNullable<Reading['policies']>
  onReading: (reading: Reading) => void
}

const leftOut = '(left out)'
const recognised = '(as recognised)'

const policyChoices: { id: Policy; label: string; description: string }[] = [
  { id: 'overwrite', label: 'Overwrite', description: 'What the file says replaces what is stored' },
  { id: 'fillBlanks', label: 'Fill blanks', description: 'Only where nothing is stored yet' },
  { id: 'leave', label: 'Leave', description: 'Only for people who are new' },
]

/** What each column of the file was taken for, why, and what it may do to people who are here already. */
export function ColumnsTable({ columns, kind, reading, policies, onReading }: ColumnsTableProps) {
  const choices = [
    { id: leftOut, label: 'Left out' },
    ...fieldsOf(kind).map(({ key, label }) => ({ id: key as string, label })),
  ]
  const mapping = reading.mapping ?? {}
  const isSaid = (members: readonly ImportColumn[]): boolean =>
    members.some((column) => mapping[placeOfColumn(column)] !== undefined)
  const sheets = new Set(columns.map(({ sheet }) => sheet)).size
  return (
    <div className="cd-import-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Name in the file</th>
            <th scope="col">Read as</th>
            <th scope="col">For people who are here</th>
            <th scope="col">Why</th>
            <th scope="col">First values</th>
          </tr>
        </thead>
        <tbody>
          {groupColumns(columns).map(({ id, columns: members }) => {
            const { index, header, hidden, field, ownField, reason, sheet } = members[0]!
            const changing = ownField ?? (field && field !== 'fullName' && !isShownOnly(kind, field) ? field : null)
            const letter = columnLetter(index)
            return (
              <tr key={id} data-unread={(field === null && ownField === undefined) || undefined}>
                <td>
                  {letter}
                  {members.length < sheets && (
                    <span className="cd-quiet"> {members.length > 1 ? `${members.length} sheets` : sheet}</span>
                  )}
                </td>
                <th scope="row">
                  {header || <span className="cd-quiet">No name</span>}
                  {hidden && <span className="cd-quiet"> (hidden)</span>}
                </th>
                <td>
                  <Select
                    label={`Read column ${letter} as`}
                    isLabelHidden
                    value={field ?? ownField ?? leftOut}
                    choices={[
                      ...(ownField === undefined ? [] : [{ id: ownField, label: ownField }]),
                      ...(isSaid(members) ? [{ id: recognised, label: 'As recognised' }] : []),
                      ...choices,
                    ]}
                    onChange={(chosen) => {
                      if (chosen === ownField) return
                      const to = chosen === leftOut ? null : chosen
                      const next =
                        chosen === recognised
                          ? forgetColumns(mapping, members)
                          : changeMapping(mapping, columns, members, to)
                      onReading({ ...reading, mapping: next })
                    }}
                  />
                </td>
                <td>
                  {changing !== null && (
                    <Select
                      label={`What column ${letter} does to people who are here`}
                      isLabelHidden
                      value={policies[changing] ?? 'overwrite'}
                      choices={policyChoices}
                      onChange={(policy) =>
                        onReading({ ...reading, policies: changePolicy(policies, changing, policy) })
                      }
                    />
                  )}
                </td>
                <td className="cd-quiet">{reason}</td>
                <td className="cd-import-samples">
                  {[...new Set(members.flatMap(({ samples }) => samples))].slice(0, 3).join(' · ')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Nothing of it is stored with the person; whom a row names as coach is, as a pairing. */
const isShownOnly = (kind: PeopleKind, field: string): boolean =>
  !field.startsWith('coach') && (carriedKeys[kind] as ReadonlySet<string>).has(field)
