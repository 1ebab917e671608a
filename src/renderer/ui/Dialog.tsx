import './Button.css'
import './Dialog.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { keepFocus } from './keepFocus.ts'
import { useScrollable } from './useScrollable.ts'

export interface DialogProps {
  title: string
  isOpen: boolean
  /** Esc, the close button, and a press beside the dialog. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the main one last. */
  actions?: ReactNode
  width?: 'small' | 'medium' | 'large'
  /** `alertdialog` for a question that must be answered: no close button, no press beside it. */
  role?: 'dialog' | 'alertdialog'
}

/**
 * A modal dialog. It keeps the focus inside and gives it back. In a form, put the form around the content and the
 * submit button in `children` within `<DialogActions>`, so that Enter submits.
 */
export function Dialog({ title, isOpen, onClose, children, actions, width = 'small', role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      className="cd-scrim"
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="cd-modal" data-width={width}>
        <AriaDialog ref={keepFocus} className="cd-dialog" role={role}>
          <header className="cd-dialog-header">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {role === 'dialog' && (
              <Button className="cd-icon-button" aria-label="Close" onPress={onClose}>
                <X size={16} aria-hidden />
              </Button>
            )}
          </header>
          <DialogBody title={title}>{children}</DialogBody>
          {actions && <DialogActions>{actions}</DialogActions>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What scrolls when the dialog is higher than the window. */
function DialogBody({ title, children }: Pick<DialogProps, 'title' | 'children'>) {
  const { scroller, content } = useScrollable(title)
  return (
    <div className="cd-dialog-body" {...scroller}>
      <div ref={content} className="cd-dialog-content">
        {children}
      </div>
    </div>
  )
}

/** The row of buttons at the foot of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <footer className="cd-dialog-actions">{children}</footer>
}
