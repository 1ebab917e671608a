import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { saveFile } from '#renderer/app/saveFile.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { ImportOptions } from '#shared/imports/schema.ts'

/** Saves the rows with problems as a workbook that says what to correct, to be corrected and imported again. */
export function useSaveFailedRows(options: ImportOptions) {
  const client = useClient()
  const [isRunning, setRunning] = useState(false)
  const save = async (): Promise<void> => {
    setRunning(true)
    try {
      const staged = await client.run('roster.exportFailedRows', options).result
      saveFile(await client.call('workspace.fetchFile', { handle: staged.handle }))
      showToast({ message: `${staged.name} saved. Its last column says what to correct; import it when it is right.` })
    } catch (error) {
      showProblem(error)
    } finally {
      setRunning(false)
    }
  }
  return { save, isRunning }
}
