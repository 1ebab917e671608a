import './knownFiles.css'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { ago } from '#renderer/app/ago.ts'
import { problemOf, useRead } from '#renderer/app/api.ts'
import { useFiles } from '#renderer/app/useFiles.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import type { KnownFile } from '#shared/workspace/schema.ts'

/** The data files opened lately or found in the data folder; a press opens one. */
export function KnownFiles({ onOpened }: { onOpened?: () => void }) {
  const files = useRead('workspace.listFiles', {}).data
  const { open } = useFiles()
  const [problem, setProblem] = useState<Problem | null>(null)
  const openFile = async ({ id }: KnownFile): Promise<void> => {
    setProblem(null)
    try {
      await open(id)
      onOpened?.()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {files?.length === 0 && <p className="cd-quiet">No data file has been opened here yet.</p>}
      <ul className="cd-known-files">
        {files?.map((file) => (
          <li key={file.id}>
            <Button
              className="cd-known-file"
              isDisabled={file.missing || file.open}
              onPress={() => void openFile(file)}
            >
              <FileText size={16} strokeWidth={1.5} aria-hidden />
              <span className="cd-known-file-name">
                <b>{file.name}</b>
                <span>{file.folder}</span>
              </span>
              <FileState file={file} />
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function FileState({ file }: { file: KnownFile }) {
  const now = useNow()
  if (file.open) return <span>Open now</span>
  if (file.missing) return <span>No longer there</span>
  return <span>{file.openedAt ? `Opened ${ago(file.openedAt, now)}` : 'Not opened yet'}</span>
}
