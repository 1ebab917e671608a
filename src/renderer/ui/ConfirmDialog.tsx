import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface ConfirmDialogProps {
  /** The question: "Erase Ana Ruiz?" */
  title: string
  /** What will be gone and what stays. */
  children: ReactNode
  /** The button: a verb with its object, "Erase person". */
  verb: string
  isOpen: boolean
  isBusy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before what cannot be undone, and only then; everything else is done and offers Undo. Cancel is the default. */
export function ConfirmDialog({ verb, isBusy = false, onConfirm, children, ...dialog }: ConfirmDialogProps) {
  return (
    <Dialog
      {...dialog}
      role="alertdialog"
      actions={
        <>
          <Button onPress={dialog.onClose} autoFocus>
            Cancel
          </Button>
          <Button kind="danger" onPress={onConfirm} isBusy={isBusy}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
