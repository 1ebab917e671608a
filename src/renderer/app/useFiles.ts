import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useClient } from '#renderer/app/api.ts'

/** The name of the data file that is made when somebody starts before there is one. */
const firstFileName = 'Coachdesk'
const sampleFileName = 'Sample program'

/** Opening, making and switching data files. Each rejects with a `Refusal`. */
export function useFiles() {
  const client = useClient()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMemo(() => {
    /** Nothing that was read belongs to the file that is open now. */
    async function switched(): Promise<void> {
      await navigate({ to: '/' })
      await queries.resetQueries()
    }
    async function open(fileId: string): Promise<void> {
      await client.call('workspace.openFile', { fileId })
      await switched()
    }
    async function create(name: string): Promise<void> {
      await client.call('workspace.createFile', { name })
      await switched()
    }
    /** Opens the sample file that was made before, else makes it. */
    async function openSample(): Promise<void> {
      const known = (await client.call('workspace.listFiles', {})).find(
        ({ name, missing }) => name === sampleFileName && !missing,
      )
      if (known) return open(known.id)
      await client.call('workspace.createFile', { name: sampleFileName, sample: true })
      await switched()
    }
    async function choose(): Promise<void> {
      const before = (await client.call('workspace.info', {})).file
      const { file } = await client.call('workspace.chooseFile', {})
      // The dialog may have been cancelled.
      if (file?.id !== before?.id) await switched()
    }
    /** Makes the first data file, where none is open. */
    async function ensureFile(): Promise<void> {
      const { file } = await client.call('workspace.info', {})
      if (file) return
      await client.call('workspace.createFile', { name: firstFileName })
      await queries.resetQueries()
    }
    return { open, create, openSample, choose, ensureFile }
  }, [client, queries, navigate])
}
