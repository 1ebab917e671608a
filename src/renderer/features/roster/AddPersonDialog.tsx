import { useMemo, useState } from 'react'
import { problemOf, useClient } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { ColumnInput } from './ColumnInput.tsx'
import { storedPatch } from './edits.ts'
import { fieldIdOf } from './fields/fieldColumns.ts'
import { impliedByLevel } from './implied.ts'
import type { RosterSource } from './source.ts'
import { useColumns } from './useColumns.ts'
import { useColumnForm } from './useColumnForm.ts'

interface AddPersonDialogProps<R extends Learner | Coach> {
  source: RosterSource<R>
  program: Program
  onClose: () => void
  /** They are in the program; the list has them as soon as it is read again. */
  onAdded: (row: R) => void
}

/** Enters one person by hand. Somebody the file knows already by the same id gets a second place, not a second record. */
export function AddPersonDialog<R extends Learner | Coach>({
  source,
  program,
  onClose,
  onAdded,
}: AddPersonDialogProps<R>) {
  const client = useClient()
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const all = useColumns(source, program)
  const columns = useMemo(() => {
    const byKey = new Map(all.map((column) => [column.key, column]))
    const own = all.filter(({ key }) => fieldIdOf(key) !== null)
    return [...source.addKeys(program).flatMap((key) => byKey.get(key) ?? []), ...own]
  }, [source, program, all])
  const form = useColumnForm(columns, source.addDefaults)
  const title = `Add ${source.noun.one}`

  const submit = async (): Promise<void> => {
    const values = form.read()
    if (!values) return
    setBusy(true)
    setProblem(null)
    try {
      const row = await source.add(client, program.id, storedPatch(source.blank, values))
      onAdded(row)
      onClose()
      await done(`Added ${displayName(row)}`)
    } catch (error) {
      const refused = problemOf(error)
      if (!form.refuse(refused.details ?? [])) setProblem(refused)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog title={title} isOpen onClose={onClose} width="medium">
      <form
        id={form.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void submit()
        }}
      >
        {problem && <ProblemNotice problem={problem} />}
        <div className="cd-roster-fields">
          {columns.map((column) => {
            const field = form.field(column)
            return (
              <ColumnInput
                key={column.key}
                {...field}
                autoFocus={column.key === 'lastName'}
                isRequired={column.key === 'lastName'}
                onLeave={() => {
                  field.onLeave()
                  if (column.key !== 'level') return
                  const implied = Object.entries(impliedByLevel(program, field.text))
                  form.set(Object.fromEntries(implied.filter(([key]) => !form.texts[key])))
                }}
              />
            )
          })}
        </div>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
