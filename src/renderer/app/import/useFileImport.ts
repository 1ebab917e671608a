import { useRef, useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import { readBase64 } from '#renderer/app/import/fileBytes.ts'
import type { Input, JobName, Output } from '#shared/contract.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { ProgressProps } from '#renderer/ui/Progress.tsx'
import type { JobState } from '#shared/contract/wire.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

interface ImportJobs<R, P extends JobName, A extends JobName> {
  /** The job that says what importing the file would do. */
  preview: P
  /** The job that does it, in one step that can be undone. */
  apply: A
  /** How a file is read before anybody has said something about it. */
  first: NoInfer<R>
  /** What both jobs are asked. */
  input: (handle: string, reading: R) => Input<P> & Input<A>
}

/** So that cells filled in one after the other are read together. */
const typingPauseMs = 250

/**
 * An import from file to data: stage, preview as often as something is said about how the file is read, apply. Nothing
 * is written before `apply`. `R` is what can be said about the reading.
 */
export function useFileImport<R, P extends JobName, A extends JobName>(jobs: ImportJobs<R, P, A>) {
  const client = useClient()
  const previewing = useJob(jobs.preview)
  const applying = useJob(jobs.apply)
  const [staged, setStaged] = useState<StagedFile | null>(null)
  const [stagingProblem, setStagingProblem] = useState<Problem | null>(null)
  const [reading, setReading] = useState(jobs.first)
  const [preview, setPreview] = useState<Output<P> | null>(null)
  const shownReading = useRef(jobs.first)
  const latest = useRef({ done: Promise.resolve() })

  const look = async (file: StagedFile, how: R, afterMs = 0): Promise<void> => {
    setReading(how)
    const turn = { done: Promise.resolve() }
    const isOvertaken = () => latest.current !== turn
    latest.current = turn
    const run = async (): Promise<void> => {
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs))
      const seen = isOvertaken() ? null : await previewing.start(jobs.input(file.handle, how))
      if (!seen || isOvertaken()) return
      shownReading.current = how
      setPreview(seen)
    }
    turn.done = run()
    await turn.done
  }

  const underWay = [applying, previewing].find(({ view }) => view.status === 'running')
  const failed = [applying.view, previewing.view].find((view) => view.status === 'failed')
  return {
    staged,
    /** What importing would do, as it was read last; null until a file was read. */
    preview,
    reading,
    applying: applying.view,
    /** What is under way and how far it is, as `Progress` shows it. */
    running: underWay?.view.status === 'running' ? progressOf(underWay.view.progress, underWay.cancel) : null,
    /** What was refused: the file, reading it, or importing it. */
    problem: stagingProblem ?? (failed?.status === 'failed' ? failed.problem : null),

    begin: async (name: string, bytes: Blob): Promise<void> => {
      setStagingProblem(null)
      setPreview(null)
      try {
        const file = await client.call('workspace.stageFile', { name, base64: await readBase64(bytes) })
        setStaged(file)
        await look(file, jobs.first)
      } catch (error) {
        setStagingProblem(problemOf(error))
      }
    },
    /** Reads the same file in another way. */
    readAgain: async (how: R): Promise<void> => {
      if (staged) await look(staged, how)
    },
    /** Reads again once nothing more was typed for a moment. Resolves when everything typed so far was read. */
    readSoon: async (how: R): Promise<void> => {
      if (!staged) return
      await look(staged, how, typingPauseMs)
      for (let seen = null; seen !== latest.current; await seen.done) seen = latest.current
    },
    /** Back to the last reading that could be shown. */
    goBack: async (): Promise<void> => {
      applying.reset()
      if (staged) await look(staged, shownReading.current)
    },
    /** Imports the file as it is read now, with what else was `decided`. Null where it was refused or cancelled. */
    apply: async (decided?: Partial<Input<A>>): Promise<Output<A> | null> =>
      staged && applying.start({ ...jobs.input(staged.handle, reading), ...decided }),
    /** Leaves the file, for another one. */
    restart: (): void => {
      previewing.reset()
      applying.reset()
      setStaged(null)
      setPreview(null)
      setReading(jobs.first)
      setStagingProblem(null)
    },
  }
}

const progressOf = ({ step, done, total }: JobState['progress'], onCancel: () => void): ProgressProps => ({
  label: step,
  done,
  total,
  onCancel,
})
