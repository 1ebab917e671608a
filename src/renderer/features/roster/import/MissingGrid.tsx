import { useMemo, useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridColumn, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { ChevronDown } from 'lucide-react'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'
import { keep, missingChoices } from './missing.ts'
import type { AfterImport } from './useImport.ts'
import { type Stored, useStored } from './useStored.ts'

interface MissingGridProps {
  preview: ImportPreview
  programId: string
  kind: PeopleKind
  after: AfterImport
  onAfter: (after: AfterImport) => void
}

interface MissingRow {
  personId: string
  name: string
  status: string
  email: string
  becomes: string
}

const rowId = ({ personId }: MissingRow): string => personId
const noun = { one: 'person', many: 'people' }

/** People of the program whom the file does not name, and what is to come of each. Nobody is deleted. */
export function MissingGrid({ preview, programId, kind, after, onAfter }: MissingGridProps) {
  const [state, setState] = useState(initialGridState)
  const stored = useStored(programId, kind)
  const rows = useMemo(
    () =>
      preview.missing.map(({ personId, name }): MissingRow => {
        const person = stored.get(personId)
        return {
          personId,
          name,
          status: person ? nowOf(person) : '',
          email: person?.email ?? '',
          becomes: after.choices[personId] ?? keep,
        }
      }),
    [preview.missing, stored, after.choices],
  )
  const choices = useMemo(() => missingChoices(kind), [kind])
  const columns = useMemo((): GridColumn<MissingRow>[] => {
    const text = (key: 'name' | 'status' | 'email', header: string, width: number): GridColumn<MissingRow> => ({
      key,
      header,
      width,
      kind: 'text',
      value: (row) => row[key] || null,
    })
    return [
      { ...text('name', 'Name', 220), pinned: true },
      {
        key: 'becomes',
        header: 'After the import',
        kind: 'choice',
        width: 180,
        value: ({ becomes }) => becomes,
        choices,
        tone: ({ becomes }) => (becomes === keep ? 'neutral' : 'info'),
        editable: true,
      },
      text('status', 'Now', 140),
      text('email', 'E-mail', 240),
    ]
  }, [choices])

  const choose = (ids: readonly string[], status: string): void => {
    const others = Object.entries(after.choices).filter(([id]) => !ids.includes(id))
    const chosen = status === keep ? [] : ids.map((id) => [id, status])
    onAfter({ ...after, choices: Object.fromEntries([...others, ...chosen]) })
  }
  return (
    <DataGrid
      rows={rows}
      getRowId={rowId}
      columns={columns}
      label="People who are not in the file"
      noun={noun}
      state={state}
      onStateChange={setState}
      onEdit={async (edits) => {
        const chosen = Object.fromEntries(edits.map(({ rowId: id, value }) => [id, String(value ?? keep)]))
        const all = Object.entries({ ...after.choices, ...chosen }).filter(([, status]) => status !== keep)
        onAfter({ ...after, choices: Object.fromEntries(all) })
        return { rejected: [] }
      }}
      toolbarExtra={
        <div className="cd-import-from">
          <DateField
            label="From"
            value={after.fromOn}
            onChange={(fromOn) => fromOn !== null && onAfter({ ...after, fromOn })}
          />
        </div>
      }
      renderSelectedRowActions={(ids) =>
        ids.length > 0 && (
          <Menu
            label={`With ${count(ids.length, 'person', 'people')}`}
            groups={[choices.map(({ id, label }) => ({ id, label, onAction: () => choose(ids, id) }))]}
          >
            <Button>
              With {count(ids.length, 'person', 'people')}
              <ChevronDown size={14} aria-hidden />
            </Button>
          </Menu>
        )
      }
      empty={<p className="cd-quiet cd-import-none">Everybody in the program is in the file.</p>}
    />
  )
}

const nowOf = (person: Stored): string =>
  'status' in person ? (labels[person.status] ?? '') : staffRoleLabels[person.role]

const labels: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...coachStatusFacts, ...learnerStatusFacts }).map(([status, { label }]) => [status, label]),
)
