import { useChange } from '#renderer/app/api.ts'
import { useDialogs } from '#renderer/app/dialogs.ts'
import { NameDialog } from '#renderer/app/frame/NameDialog.tsx'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'

/** Says who is "you" in the history. */
export function ActorDialog() {
  const { shown, show } = useDialogs()
  const info = useWorkspaceInfo()
  const setActor = useChange('workspace.setActor', {
    patch: (queries, output) => queries.setQueryData(['workspace.info', {}], output),
  })
  return (
    <NameDialog
      title="Who is working here?"
      label="Your name"
      description="Stands beside every change you make, in the history."
      verb="Change name"
      initial={info?.actor ?? ''}
      isOpen={shown === 'actor'}
      onClose={() => show(null)}
      onSave={(name) => setActor.mutateAsync({ name })}
    />
  )
}
