import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress, type ProgressProps } from '#renderer/ui/Progress.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import { FileDrop } from './FileDrop.tsx'

/** What is shown of an import that `useFileImport` holds. */
interface Shown<Preview> {
  preview: Preview | null
  running: ProgressProps | null
  problem: Problem | null
  begin: (name: string, bytes: Blob) => Promise<void>
  goBack: () => Promise<void>
}

interface FileImportProps<Preview> {
  file: Shown<Preview>
  /** What file is meant, before one is chosen. */
  hint: ReactNode
  /** What importing the file would do. */
  children: (preview: Preview) => ReactNode
}

/** An import on one page: the file to choose, how far reading it is, what it would do, or why not. */
export function FileImport<Preview>({ file, hint, children }: FileImportProps<Preview>) {
  const { preview, running, problem } = file
  return (
    <>
      {problem && (
        <ProblemNotice
          problem={problem}
          actions={preview !== null && <Button onPress={() => void file.goBack()}>Back to the preview</Button>}
        />
      )}
      {preview === null && !problem && !running && (
        <>
          <p>{hint}</p>
          <FileDrop onFile={(name, bytes) => void file.begin(name, bytes)} />
        </>
      )}
      {running && <Progress {...running} />}
      {preview !== null && !problem && children(preview)}
    </>
  )
}
