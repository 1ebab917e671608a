import { useMemo, useState } from 'react'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { formatValue } from '#renderer/ui/grid/gridValues.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { displayName, type PersonName } from '#shared/roster/personName.ts'
import { ColumnInput } from './ColumnInput.tsx'
import { useColumnForm } from './useColumnForm.ts'
import type { EditRoster } from './useRoster.ts'

type NamedRow = PersonName & { id: string }

interface StandingDialogProps<R extends NamedRow> {
  title: string
  verb: string
  row: R
  /** Those that hold from a day on: status and level, or status, capacity and effort. */
  columns: readonly GridColumn<R>[]
  /** Texts to begin with in place of what is stored. */
  preset: Readonly<Record<string, string>>
  today: PlainDate
  edit: EditRoster
  onClose: () => void
}

/** Changes what holds from a day on, with the day and the reason. What held before stays in the record. */
export function StandingDialog<R extends NamedRow>(props: StandingDialogProps<R>) {
  const { title, verb, row, columns, preset, today, edit, onClose } = props
  const done = useDone()
  const stored = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.key, formatValue(column, column.value(row))])),
    [columns, row],
  )
  const form = useColumnForm(columns, { ...stored, ...preset })
  const [from, setFrom] = useState<PlainDate | null>(today)
  const [fromError, setFromError] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)

  const submit = async (): Promise<void> => {
    const values = form.read()
    if (from === null) setFromError('Enter the day from which it holds')
    if (!values || from === null) return
    const changed = values.filter(
      ({ key, value }) => columns.find((column) => column.key === key)?.value(row) !== value,
    )
    if (changed.length === 0) return onClose()
    setBusy(true)
    const { rejected } = await edit(
      changed.map((change) => ({ rowId: row.id, ...change })),
      { effectiveOn: from, ...(reason.trim() !== '' && { reason: reason.trim() }) },
    )
    setBusy(false)
    if (rejected.length > 0) return void form.refuse(rejected.map(({ key, message }) => ({ path: key, message })))
    onClose()
    await done(`${displayName(row)} changed from ${formatDate(from)}`)
  }

  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        id={form.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void submit()
        }}
      >
        {columns.map((column, index) => (
          <ColumnInput key={column.key} {...form.field(column)} autoFocus={index === 0} />
        ))}
        <DateField
          label="From"
          name="from"
          value={from}
          onChange={(day) => {
            setFrom(day)
            setFromError(null)
          }}
          onUnreadable={setFromError}
          error={fromError ?? undefined}
          description="What held until the day before stays in the record."
          isRequired
        />
        <TextField
          label="Reason"
          value={reason}
          onChange={(text) => setReason(text.slice(0, 200))}
          placeholder="Optional; kept in the history"
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
