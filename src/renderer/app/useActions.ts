import { useMemo } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { useDialogs } from '#renderer/app/dialogs.ts'
import type { ShortcutName } from '#renderer/app/shortcuts.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { useFiles } from '#renderer/app/useFiles.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { showToast } from '#renderer/ui/toast.tsx'

export type Actions = Readonly<Record<ShortcutName | 'backUp' | 'newFile' | 'actor', () => void>>

/** What can be done from anywhere: behind keys, the menu, the buttons of the frame and the commands. */
export function useActions(): Actions {
  const client = useClient()
  const { show } = useDialogs()
  const files = useFiles()
  const nativeDialogs = useWorkspaceInfo()?.nativeDialogs ?? false
  return useMemo(() => {
    const attempt = (work: () => Promise<unknown>) => () => void work().catch(showProblem)
    const redo = attempt(async () => {
      const { label } = await client.call('workspace.redo', {})
      showToast({ message: `Redone: ${label}`, tone: 'info', slot: 'undo', action: { label: 'Undo', onPress: undo } })
    })
    const undo = attempt(async () => {
      const { label } = await client.call('workspace.undo', {})
      showToast({ message: `Undone: ${label}`, tone: 'info', slot: 'undo', action: { label: 'Redo', onPress: redo } })
    })
    return {
      undo,
      redo,
      redoToo: redo,
      commands: () => show('commands'),
      keys: () => show('keys'),
      keysToo: () => show('keys'),
      actor: () => show('actor'),
      newFile: () => show('newFile'),
      openFile: nativeDialogs ? attempt(files.choose) : () => show('openFile'),
      save: saveForm,
      back: () => window.history.back(),
      forward: () => window.history.forward(),
      backUp: attempt(async () => {
        await client.run('workspace.createBackup', {}).result
        showToast({ message: 'Backed up' })
      }),
    }
  }, [client, show, files, nativeDialogs])
}

/** Submits the form that is being filled in; where there is none, there is nothing to save. */
function saveForm(): void {
  const form =
    document.activeElement?.closest('form') ?? document.querySelector<HTMLFormElement>('.cd-modal form, main form')
  if (form) form.requestSubmit()
  else showToast({ message: 'Everything is saved as you type', tone: 'info' })
}
