import { programProcess } from '#shared/coaching/process.ts'
import type { CoachProcess, ProgramProcess } from '#shared/coaching/processSchema.ts'
import { processCaveat, processSentence } from '#shared/coaching/processStatement.ts'
import { seesGroups } from '#shared/evaluation/audience.ts'
import type { CoachResult } from '#shared/evaluation/resultSchema.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'

type Shown = Pick<CoachResult, 'meetings' | 'training' | 'observation' | 'process'>

const notShown: Shown = { meetings: null, training: null, observation: null, process: null }

/** Of fewer coaches together, somebody who knows their own could tell the others’. */
const fewestTogether = 5

/**
 * What of the records of a program’s coaches an audience may see, as question 8 decides for participation: all by name,
 * a coach their own, or only what all did together.
 */
export function shownProcess(
  coaches: readonly CoachProcess[],
  { audience, sharing }: Viewer,
): { together: ProgramProcess | null; byName: boolean; of: (process: CoachProcess) => Shown } {
  const access = sharing[audience].participation
  const isCoach = audience === 'coach'
  const byName = isCoach ? access !== 'none' : access === 'named'
  const sums = (isCoach ? byName : seesGroups(access)) && (access === 'named' || coaches.length >= fewestTogether)
  const together = sums ? programProcess(coaches) : null
  return {
    together,
    byName,
    of: (process) =>
      byName
        ? { ...process, process: { sentence: processSentence(process, together), caveat: processCaveat } }
        : notShown,
  }
}
