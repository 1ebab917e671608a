import { useDialogs } from '#renderer/app/dialogs.ts'
import { NameDialog } from '#renderer/app/frame/NameDialog.tsx'
import { useFiles } from '#renderer/app/useFiles.ts'

/** Makes a new data file beside the others and opens it. */
export function NewFileDialog() {
  const { shown, show } = useDialogs()
  const files = useFiles()
  return (
    <NameDialog
      title="New data file"
      label="File name"
      description="A data file holds programs with their people. One is enough for most offices; a second one keeps things apart, such as another school."
      verb="Make data file"
      initial=""
      isOpen={shown === 'newFile'}
      onClose={() => show(null)}
      onSave={files.create}
    />
  )
}
