import './Button.css'
import './toast.css'
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components'

export interface ToastMessage {
  /** What was done: "Deleted 3 learners". */
  message: string
  tone?: 'done' | 'info' | 'wrong'
  /** Usually Undo. */
  action?: { label: string; onPress: () => void }
  /** Takes the place of the toast that was last shown in this slot: undoing five times says it once. */
  slot?: string
  onClose?: () => void
}

// Long enough to read a sentence and reach Undo; the clock stops while the pointer or the focus is on a toast.
const visibleMs = 8_000

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

const icons = { done: CircleCheck, info: Info, wrong: CircleAlert }

const slots = new Map<string, () => void>()

/** Says what was done, and offers to undo it. What went wrong stays until it is closed. Answers with how to close it. */
export function showToast(toast: ToastMessage): () => void {
  const { tone, slot, onClose } = toast
  if (slot !== undefined) slots.get(slot)?.()
  const key = queue.add(toast, { ...(tone !== 'wrong' && { timeout: visibleMs }), ...(onClose && { onClose }) })
  const close = () => queue.close(key)
  if (slot !== undefined) slots.set(slot, close)
  return close
}

/** Where toasts stand, above the footer. Once, at the root of the app; F6 moves the focus here. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} className="cd-toasts" aria-label="Messages">
      {({ toast }) => {
        const { message, tone = 'done', action } = toast.content
        const Icon = icons[tone]
        return (
          <Toast toast={toast} className="cd-toast" data-tone={tone}>
            <Icon size={16} aria-hidden />
            <ToastContent className="cd-toast-content">
              <Text slot="title">{message}</Text>
            </ToastContent>
            {action && (
              <Button
                className="cd-button"
                data-kind="quiet"
                onPress={() => {
                  action.onPress()
                  queue.close(toast.key)
                }}
              >
                {action.label}
              </Button>
            )}
            <Button slot="close" className="cd-icon-button" aria-label="Close">
              <X size={14} aria-hidden />
            </Button>
          </Toast>
        )
      }}
    </AriaToastRegion>
  )
}
