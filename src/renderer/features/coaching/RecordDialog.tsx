import type { FormEventHandler, ReactNode } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'

interface RecordDialogProps {
  /** "Record module": the button says it too. */
  title: string
  problem: Problem | null
  isBusy: boolean
  onSubmit: FormEventHandler<HTMLFormElement>
  onClose: () => void
  children: ReactNode
}

/** A dialog with the fields of one record. */
export function RecordDialog({ title, problem, isBusy, onSubmit, onClose, children }: RecordDialogProps) {
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        {children}
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
