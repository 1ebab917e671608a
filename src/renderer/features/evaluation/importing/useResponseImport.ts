import { useCallback, useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import { readBase64 } from '#renderer/app/fileBytes.ts'
import type {
  ResponseImportOptions,
  ResponseImportResult,
  ResponsePreview,
} from '#shared/evaluation/responsesSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

/** How the file is read: what somebody said about its instrument, its wave and its columns. */
export type ResponseReading = Partial<Omit<ResponseImportOptions, 'handle' | 'programId'>>

/** A survey export from file to figures: stage, preview as often as the reading is changed, apply. */
export function useResponseImport(programId: Id) {
  const client = useClient()
  const previewing = useJob('evaluation.previewResponses')
  const applying = useJob('evaluation.applyResponses')
  const [staged, setStaged] = useState<StagedFile | null>(null)
  const [preview, setPreview] = useState<ResponsePreview | null>(null)
  const [reading, setReading] = useState<ResponseReading>({})
  const [stagingProblem, setStagingProblem] = useState<Problem | null>(null)
  const { start: startPreview } = previewing

  const look = useCallback(
    async (file: StagedFile, how: ResponseReading): Promise<void> => {
      setReading(how)
      const seen = await startPreview({ handle: file.handle, programId, ...how })
      if (seen) setPreview(seen)
    },
    [programId, startPreview],
  )
  const begin = useCallback(
    async (name: string, bytes: Blob): Promise<void> => {
      setStagingProblem(null)
      setPreview(null)
      try {
        const file = await client.call('workspace.stageFile', { name, base64: await readBase64(bytes) })
        setStaged(file)
        await look(file, {})
      } catch (error) {
        setStagingProblem(problemOf(error))
      }
    },
    [client, look],
  )
  const apply = async (): Promise<ResponseImportResult | null> =>
    staged && applying.start({ handle: staged.handle, programId, ...reading })
  const failed = [applying.view, previewing.view].find((view) => view.status === 'failed')
  return {
    preview,
    reading,
    /** What is under way, with how far it is. */
    running: [applying, previewing].find(({ view }) => view.status === 'running') ?? null,
    problem: stagingProblem ?? (failed?.status === 'failed' ? failed.problem : null),
    begin,
    readAgain: (how: ResponseReading) => (staged ? look(staged, how) : Promise.resolve()),
    apply,
    restart: () => {
      previewing.reset()
      applying.reset()
      setStaged(null)
      setPreview(null)
      setReading({})
      setStagingProblem(null)
    },
  }
}
