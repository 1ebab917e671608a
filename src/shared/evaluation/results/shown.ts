import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { HiddenReason } from '#shared/evaluation/resultSchema.ts'

/** Why a figure of a group is hidden; null where it may be shown, nobody included. */
export function hiddenReason(evidence: Evidence, measure: string, key: string): HiddenReason | null {
  const verdict = evidence.verdictOf(measure, key)
  return verdict === 'small' || verdict === 'complement' ? verdict : null
}
