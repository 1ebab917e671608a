import { useState } from 'react'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { ColumnInput } from './ColumnInput.tsx'
import { useColumnForm } from './useColumnForm.ts'
import type { EditRoster } from './useRoster.ts'

interface EditManyDialogProps<R> {
  /** "12 learners" */
  people: string
  columns: readonly GridColumn<R>[]
  standingKeys: readonly string[]
  ids: readonly string[]
  edit: EditRoster
  onClose: () => void
}

// One value for many people makes no sense for what tells people apart.
const personal = new Set([
  'lastName',
  'firstName',
  'middleName',
  'suffix',
  'preferredName',
  'email',
  'otherEmails',
  'studentId',
  'employeeId',
  'aamcId',
  'npi',
  'netId',
])

/** Sets one field of many people to the same value, as one change. */
export function EditManyDialog<R>({ people, columns, standingKeys, ids, edit, onClose }: EditManyDialogProps<R>) {
  const done = useDone()
  const choosable = columns.filter(({ key, editable }) => editable && !personal.has(key))
  const [key, setKey] = useState(choosable[0]?.key ?? '')
  const column = choosable.find((candidate) => candidate.key === key)
  const form = useColumnForm(column ? [column] : [])
  const [from, setFrom] = useState<PlainDate | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isStanding = standingKeys.includes(key)

  const submit = async (): Promise<void> => {
    const value = form.read()?.[0]
    if (!value || !column) return
    setBusy(true)
    const { rejected } = await edit(
      ids.map((rowId) => ({ rowId, ...value })),
      isStanding && from !== null ? { effectiveOn: from } : {},
    )
    setBusy(false)
    if (rejected.length > 0) {
      const [first] = rejected
      return setProblem({
        code: 'invalid_rows',
        message: `${rejected.length} of ${people} were left as they are: ${first?.message}`,
      })
    }
    onClose()
    await done(`${column.header} of ${people} changed`)
  }

  return (
    <Dialog title={`Edit ${people}`} isOpen onClose={onClose}>
      <form
        id={form.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void submit()
        }}
      >
        {problem && <ProblemNotice problem={problem} />}
        <Select
          label="Field"
          value={key}
          choices={choosable.map((candidate) => ({ id: candidate.key, label: candidate.header }))}
          onChange={setKey}
        />
        {column && (
          <ColumnInput key={column.key} {...form.field(column)} description="An empty value empties the field." />
        )}
        {isStanding && <DateField label="From" value={from} onChange={setFrom} description="Empty means today." />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            Set for {people}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
