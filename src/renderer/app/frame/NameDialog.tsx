import { useState } from 'react'
import * as z from 'zod'
import { problemOf } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'

interface Props {
  title: string
  label: string
  description: string
  verb: string
  initial: string
  isOpen: boolean
  onClose: () => void
  /** Rejects with a `Refusal`, which is shown; else the dialog closes. */
  onSave: (name: string) => Promise<unknown>
}

/** Asks for one name. */
export function NameDialog({ isOpen, onClose, title, ...form }: Props) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <NameForm {...form} onClose={onClose} />
    </Dialog>
  )
}

const schema = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(80, 'Keep it under 80 characters.'),
})

function NameForm({ label, description, verb, initial, onClose, onSave }: Omit<Props, 'title' | 'isOpen'>) {
  const form = useForm(schema, { name: initial })
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async ({ name }: { name: string }): Promise<void> => {
    try {
      await onSave(name)
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <form onSubmit={form.submit(save)}>
      <TextField label={label} description={description} autoFocus {...form.field('name')} />
      {problem && <ProblemNotice problem={problem} />}
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" isBusy={form.isBusy}>
          {verb}
        </Button>
      </DialogActions>
    </form>
  )
}
