import { useState } from 'react'
import { problemOf, useChange } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import { contractOfAdoption } from './adoption.ts'
import { readinessInWords } from './designWords.ts'
import type { Readiness } from '#shared/program/design/readinessSchema.ts'

interface Props {
  programId: string
  readiness: Readiness
  onClose: () => void
}

/** Adopts the draft: from that day it is what the rest of the app obeys, and it is not changed any more. */
export function AdoptDialog({ programId, readiness, onClose }: Props) {
  const today = useWorkspaceInfo()?.today ?? ''
  const form = useForm(contractOfAdoption, { on: today, by: '' })
  const adopt = useChange('program.adoptDesign')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  return (
    <Dialog title="Adopt this design" isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={form.submit(async ({ on, by }) => {
          setProblem(null)
          try {
            const { number } = await adopt.mutateAsync({ programId, on, by })
            onClose()
            await done(`Adopted version ${number}`)
          } catch (error) {
            setProblem(problemOf(error))
          }
        })}
      >
        <p>{`${readinessInWords(readiness)}. The adopted version is kept as it is; later changes go into a new version.`}</p>
        <TextField label="Adopted by" description="A person or a body." isRequired autoFocus {...form.field('by')} />
        <DateField label="On" isRequired {...form.field('on')} onChange={(on) => form.set('on', on ?? '')} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            Adopt design
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
