import type { CallContext } from '#main/dispatcher/handler.ts'
import { type PlainDate, plainDate } from '#shared/kernel/plainDate.ts'

/** The calendar day where the app runs: what an administrator calls today. */
export function localDay(now: Date): PlainDate {
  const day = plainDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
  if (day === null) throw new Error('the clock is outside 1900 to 2200')
  return day
}

export function callContext(
  about: { requestId: string; actor: string; now: Date },
  signal: AbortSignal,
  progress: CallContext['progress'] = () => undefined,
): CallContext {
  const { requestId, actor, now } = about
  return { requestId, actor, now: now.toISOString(), today: localDay(now), signal, progress }
}
