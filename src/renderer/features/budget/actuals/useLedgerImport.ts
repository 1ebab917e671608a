import { useCallback, useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import { readBase64 } from '#renderer/app/fileBytes.ts'
import type { LedgerImportOptions, LedgerImportResult, LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

/** How the file is read: what somebody said about its columns, its accounts and its repeats. */
export type LedgerReading = Partial<Omit<LedgerImportOptions, 'handle' | 'programId'>>

/** A ledger from file to budget: stage, preview as often as the reading is changed, apply. */
export function useLedgerImport(programId: Id) {
  const client = useClient()
  const previewing = useJob('budget.previewLedger')
  const applying = useJob('budget.applyLedger')
  const [staged, setStaged] = useState<StagedFile | null>(null)
  const [preview, setPreview] = useState<LedgerPreview | null>(null)
  const [reading, setReading] = useState<LedgerReading>({})
  const [stagingProblem, setStagingProblem] = useState<Problem | null>(null)
  const { start: startPreview } = previewing
  const { start: startApply } = applying

  const look = useCallback(
    async (file: StagedFile, how: LedgerReading): Promise<void> => {
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
  const apply = async (): Promise<LedgerImportResult | null> =>
    staged && startApply({ handle: staged.handle, programId, ...reading })
  const failed = [applying.view, previewing.view].find((view) => view.status === 'failed')
  return {
    preview,
    reading,
    /** What is under way, with how far it is. */
    running: [applying, previewing].find(({ view }) => view.status === 'running') ?? null,
    problem: stagingProblem ?? (failed?.status === 'failed' ? failed.problem : null),
    begin,
    readAgain: (how: LedgerReading) => (staged ? look(staged, how) : Promise.resolve()),
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
