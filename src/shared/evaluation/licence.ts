import type { Licence } from '#shared/evaluation/instrumentSchema.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** Whether an instrument may be used on a day. The last day of a licence still counts. */
export function licenceStanding(
  { administrationsLeft, expiresOn }: Pick<Licence, 'administrationsLeft' | 'expiresOn'>,
  today: PlainDate,
): 'holds' | 'expired' | 'usedUp' {
  if (expiresOn !== null && expiresOn < today) return 'expired'
  return administrationsLeft === 0 ? 'usedUp' : 'holds'
}
