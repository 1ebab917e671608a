import { useMemo, useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankStaffMember } from '#shared/roster/blank.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { KnownPerson, StaffMember } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { ColumnInput } from '../ColumnInput.tsx'
import { storedPatch } from '../edits.ts'
import { readEmail } from '../parse.ts'
import { useColumnForm } from '../useColumnForm.ts'
import { useSubmit } from '../useSubmit.ts'
import { KnownPersonNotice } from './KnownPersonNotice.tsx'

interface AddStaffDialogProps {
  program: Program
  columns: readonly GridColumn<StaffMember>[]
  today: PlainDate
  onClose: () => void
  /** They are in the program; the list has them as soon as it is read again. */
  onAdded: (row: StaffMember) => void
}

const personKeys = ['lastName', 'firstName', 'email', 'degrees']
const roleKeys = ['role', 'title', 'effort', 'siteId', 'fromOn', 'toOn']

/** Gives somebody a role. Whoever the data file knows by the e-mail is offered, and takes it as the person they are. */
export function AddStaffDialog({ program, columns, today, onClose, onAdded }: AddStaffDialogProps) {
  const client = useClient()
  const done = useDone()
  const [found, setFound] = useState<KnownPerson | null>(null)
  const [chosen, setChosen] = useState<KnownPerson | null>(null)
  const asked = useMemo(() => {
    const byKey = new Map(columns.map((column) => [column.key, column]))
    return [...(chosen ? [] : personKeys), ...roleKeys].flatMap((key) => byKey.get(key) ?? [])
  }, [columns, chosen])
  const form = useColumnForm(asked, { role: staffRoleLabels.coordinator, fromOn: formatDate(today) })
  const first = chosen ? 'role' : 'lastName'

  const lookUp = async (text: string): Promise<void> => {
    const email = readEmail(text)
    const known = email.ok && email.value !== null
    setFound(known ? await client.call('roster.findPersonByEmail', { email: String(email.value) }) : null)
  }
  const { problem, isBusy, onSubmit } = useSubmit(
    async () => {
      const values = form.read()
      if (!values) return
      const { role = 'other', ...patch } = storedPatch(blankStaffMember(today), values)
      const row = await client.call('roster.addStaff', {
        programId: program.id,
        ...(chosen && { personId: chosen.personId }),
        staff: { role, ...patch },
      })
      onAdded(row)
      onClose()
      await done(`Added ${displayName(row)} as ${staffRoleLabels[row.role].toLowerCase()}`)
    },
    ({ code, details }) => {
      // Submitting with Enter leaves no field: the offer comes with the refusal.
      if (code === 'duplicate' && !chosen) void lookUp(form.texts.email ?? '').catch(() => setFound(null))
      return form.refuse(details ?? [])
    },
  )

  return (
    <Dialog title="Add staff" isOpen onClose={onClose} width="medium">
      <form id={form.id} noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        {chosen ? (
          <KnownPersonNotice person={chosen} verb="Enter somebody else" onPress={() => setChosen(null)} />
        ) : (
          found && <KnownPersonNotice person={found} verb={`Use ${found.name}`} onPress={() => setChosen(found)} />
        )}
        <div className="cd-roster-fields">
          {asked.map((column) => {
            const field = form.field(column)
            return (
              <ColumnInput
                // Another form from here on: its first field takes the focus.
                key={`${first} ${column.key}`}
                {...field}
                autoFocus={column.key === first}
                isRequired={column.key === 'lastName' || column.key === 'role' || column.key === 'fromOn'}
                onLeave={() => {
                  field.onLeave()
                  if (column.key === 'email') void lookUp(field.text).catch(() => setFound(null))
                }}
              />
            )
          })}
        </div>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            Add staff
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
