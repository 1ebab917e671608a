import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { Presence } from '#shared/roster/statuses.ts'

/** The dot before a status: here, away, gone. */
export const presenceTones: Record<Presence, Tone> = { present: 'done', away: 'needs', gone: 'neutral' }
