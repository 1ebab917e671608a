import { useCallback, useRef, useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'
import { readBase64 } from '#renderer/app/fileBytes.ts'
import type { MissingChoices } from './missing.ts'
import type { Reading } from './reading.ts'

/** What is to come of people the file does not name, once it is imported. */
export interface AfterImport {
  choices: MissingChoices
  fromOn: PlainDate
}

/** So that cells filled in one after the other are read together. */
const typingPauseMs = 250

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
  const shownReading = useRef<Reading>({})
  const latest = useRef({ done: Promise.resolve() })
  const { start: startPreview, reset: resetPreview } = previewing
  const { start: startApply, reset: resetApply } = applying

  const look = useCallback(
    async (file: StagedFile, how: Reading, as: RosterKind, afterMs = 0) => {
      setReading(how)
      const turn = { done: Promise.resolve() }
      const isOvertaken = () => latest.current !== turn
      latest.current = turn
      const run = async (): Promise<void> => {
        if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs))
        const seen = isOvertaken() ? null : await startPreview({ handle: file.handle, programId, as, ...how })
        if (!seen || isOvertaken()) return
        shownReading.current = how
        setPreview(seen)
      }
      turn.done = run()
      await turn.done
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

  const apply = async (badRows: 'skip' | 'refuse', { choices, fromOn }: AfterImport): Promise<void> => {
    if (!staged) return
    const missing = Object.keys(choices).length > 0 ? { missing: { statuses: choices, fromOn } } : {}
    await startApply({ handle: staged.handle, programId, as: kind, ...reading, badRows, ...missing })
  }

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
    /** Reads again once nothing more was typed for a moment. Resolves when everything typed so far was read. */
    readSoon: async (how: Reading): Promise<void> => {
      if (!staged) return
      await look(staged, how, kind, typingPauseMs)
      for (let seen = null; seen !== latest.current; await seen.done) seen = latest.current
    },
    /** Back to the last reading that could be shown. */
    goBack: () => {
      resetApply()
      return staged ? look(staged, shownReading.current, kind) : Promise.resolve()
    },
    apply,
    cancelPreview: previewing.cancel,
    cancelApply: applying.cancel,
    restart,
  }
}
