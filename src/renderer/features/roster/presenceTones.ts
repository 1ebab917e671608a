import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { Tenure } from '#shared/roster/staff.ts'
import type { Presence } from '#shared/roster/statuses.ts'

/** The dot before a status: here, away, gone. */
export const presenceTones: Record<Presence, Tone> = { present: 'done', away: 'needs', gone: 'neutral' }

/** The same before a role: held, to come, over. */
export const tenureTones: Record<Tenure, Tone> = { now: 'done', later: 'info', ended: 'neutral' }
