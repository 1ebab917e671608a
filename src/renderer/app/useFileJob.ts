import { useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import { saveFile } from '#renderer/app/saveFile.ts'
import type { ProgressProps } from '#renderer/ui/Progress.tsx'
import type { Input, JobName, Output } from '#shared/contract.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

/** The jobs that write a file. */
export type FileJob = { [N in JobName]: Output<N> extends StagedFile ? N : never }[JobName]

/** Runs a job that writes a file, and saves the file once it is written. */
export function useFileJob<N extends FileJob>(name: N) {
  const client = useClient()
  const { view, start, cancel } = useJob(name)
  const [savingProblem, setSavingProblem] = useState<Problem | null>(null)
  return {
    /** What was saved; null where it was refused or cancelled. */
    save: async (input: Input<N>): Promise<Output<N> | null> => {
      setSavingProblem(null)
      const staged = await start(input)
      if (!staged) return null
      try {
        saveFile(await client.call('workspace.fetchFile', { handle: staged.handle }))
        return staged
      } catch (error) {
        setSavingProblem(problemOf(error))
        return null
      }
    },
    /** How far it is, as `Progress` shows it; null while nothing is under way. */
    running:
      view.status === 'running'
        ? ({
            label: view.progress.step,
            done: view.progress.done,
            total: view.progress.total,
            onCancel: cancel,
          } satisfies ProgressProps)
        : null,
    problem: view.status === 'failed' ? view.problem : savingProblem,
  }
}
