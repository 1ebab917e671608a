import { useDialogs } from '#renderer/app/dialogs.ts'
import { KnownFiles } from '#renderer/app/KnownFiles.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** Opens a data file that is known here, where there is no native dialog to pick one. */
export function OpenFileDialog() {
  const { shown, show } = useDialogs()
  return (
    <Dialog title="Open a data file" isOpen={shown === 'openFile'} onClose={() => show(null)}>
      <KnownFiles onOpened={() => show(null)} />
    </Dialog>
  )
}
