import { useCallback, useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import type { ImportOptions, ImportPreview } from '#shared/imports/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'
import { readBase64 } from '../fileBytes.ts'

/** How the file is to be read, where the user knows better than what was recognised. */
export type Reading = Pick<ImportOptions, 'sheet' | 'headerRow' | 'mapping'>

/**
 * An import from file to roster: stage, preview as often as something about the reading is changed, apply. Nothing is
 * written before `apply`.
 */
export function useImport(programId: string, kind: RosterKind) {
  const client = useClient()
  const previewing = useJob('roster.previewImport')
  const applying = useJob('roster.applyImport')
  const [staged, setStaged] = useState<StagedFile | null>(null)
  const [stagingProblem, setStagingProblem] = useState<Problem | null>(null)
  const [reading, setReading] = useState<Reading>({})
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const { start: startPreview, reset: resetPreview } = previewing
  const { start: startApply, reset: resetApply } = applying

  const look = useCallback(
    async (file: StagedFile, how: Reading, as: RosterKind) => {
      setReading(how)
      const seen = await startPreview({ handle: file.handle, programId, as, ...how })
      if (seen) setPreview(seen)
    },
    [programId, startPreview],
  )

  const begin = useCallback(
    async (name: string, bytes: Blob) => {
      setStagingProblem(null)
      setPreview(null)
      try {
        const file = await client.call('workspace.stageFile', { name, base64: await readBase64(bytes) })
        setStaged(file)
        await look(file, {}, kind)
      } catch (error) {
        setStagingProblem(problemOf(error))
      }
    },
    [client, kind, look],
  )

  const restart = useCallback(() => {
    resetPreview()
    resetApply()
    setStaged(null)
    setPreview(null)
    setReading({})
    setStagingProblem(null)
  }, [resetPreview, resetApply])

  return {
    staged,
    preview,
    reading,
    previewing: previewing.view,
    applying: applying.view,
    /** What was refused: the file, reading it, or importing it. */
    problem:
      stagingProblem ??
      (applying.view.status === 'failed' ? applying.view.problem : null) ??
      (previewing.view.status === 'failed' ? previewing.view.problem : null),
    begin,
    /** Reads the same file in another way, or as the other kind of roster. */
    readAgain: (how: Reading, as: RosterKind = kind) => (staged ? look(staged, how, as) : Promise.resolve()),
    apply: () =>
      staged
        ? startApply({ handle: staged.handle, programId, as: kind, ...reading, badRows: 'skip' })
        : Promise.resolve(null),
    cancelPreview: previewing.cancel,
    cancelApply: applying.cancel,
    restart,
  }
}
