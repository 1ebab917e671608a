import { useState } from 'react'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { type Stakeholder, stakeholderRoleLabels, stakeholderRoles } from '#shared/program/design/stakeholders.ts'
import type { DetailGroup } from '../details.ts'
import { PersonDetails } from '../PersonDetails.tsx'
import type { EditRoster } from '../useRoster.ts'
import { ContactDialog } from './ContactDialog.tsx'
import { stakeholderColumns } from './stakeholderColumns.ts'
import { rolesInWords } from './stakeholderEdits.ts'
import type { ChangeRegister } from './useRegister.ts'

interface StakeholderInspectorProps {
  row: Stakeholder
  today: PlainDate
  change: ChangeRegister
  edit: EditRoster
  isReadOnly: boolean
  onClose: () => void
}

const groups: readonly DetailGroup[] = [
  { title: 'Who', keys: ['name', 'body'] },
  { title: 'Where they stand', keys: ['stance', 'influence'] },
  { title: 'What was promised and what comes next', keys: ['commitment', 'nextStep', 'nextContact'] },
]

/** Everything the register has of one person or body, and what can be done, beside the list. */
export function StakeholderInspector({ row, today, change, edit, isReadOnly, onClose }: StakeholderInspectorProps) {
  const done = useDone()
  const [isLogging, setLogging] = useState(false)
  const remove = async (): Promise<void> => {
    await change((register) => register.filter(({ id }) => id !== row.id))
    onClose()
    await done(`Removed ${row.name}`)
  }
  return (
    <Inspector title={row.name} subtitle={row.body} onClose={onClose}>
      {!isReadOnly && (
        <div className="cd-roster-actions">
          <Button onPress={() => setLogging(true)}>Log contact…</Button>
          <Button kind="quiet" onPress={() => void remove().catch(showProblem)}>
            Remove
          </Button>
        </div>
      )}
      <PersonDetails groups={groups} columns={stakeholderColumns} {...{ row, edit, isReadOnly }} />
      <Roles row={row} edit={edit} isReadOnly={isReadOnly} />
      <Contacts row={row} />
      {isLogging && <ContactDialog {...{ row, today, change }} onClose={() => setLogging(false)} />}
    </Inspector>
  )
}

function Roles({ row, edit, isReadOnly }: Pick<StakeholderInspectorProps, 'row' | 'edit' | 'isReadOnly'>) {
  return (
    <fieldset className="cd-stakeholder-part">
      <legend>Role</legend>
      {stakeholderRoles.map((role) => (
        <Checkbox
          key={role}
          label={stakeholderRoleLabels[role]}
          value={row.roles.includes(role)}
          isDisabled={isReadOnly}
          onChange={(isOn) => {
            const roles = isOn ? [...row.roles, role] : row.roles.filter((each) => each !== role)
            void edit([{ rowId: row.id, key: 'roles', value: rolesInWords(roles) }])
          }}
        />
      ))}
    </fieldset>
  )
}

function Contacts({ row: { log } }: { row: Stakeholder }) {
  return (
    <section className="cd-stakeholder-part" aria-label="Contacts">
      <h3>Contacts</h3>
      {log.length === 0 && <p className="cd-quiet">No contact on record.</p>}
      <ol className="cd-roster-history">
        {log
          .toSorted((one, other) => (one.on < other.on ? 1 : -1))
          .map(({ id, on, by, note }) => (
            <li key={id}>
              {note && <p>{note}</p>}
              <p className="cd-quiet">{[formatDate(on), by].filter((part) => part !== '').join(', ')}</p>
            </li>
          ))}
      </ol>
    </section>
  )
}
