import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'

interface Props {
  isUnsaved: boolean
}

/** Asks before a page is left with entries that are stored only by its button; nothing could bring them back. */
export function LeaveDialog({ isUnsaved }: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved,
    // A window that is closed would stay open without a word.
    enableBeforeUnload: false,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      title="Leave without saving?"
      verb="Discard changes"
      isOpen={status === 'blocked'}
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      <p>What was changed on this page is not stored yet.</p>
    </ConfirmDialog>
  )
}
