import { addDays, formatDate, type Instant, type PlainDate } from '#shared/kernel/plainDate.ts'

const minuteMs = 60_000

/** How long ago something was, as one says it: "just now", "5 minutes ago", "2 hours ago", then the day. */
export function ago(instant: Instant, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / minuteMs)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 12) return hours === 1 ? '1 hour ago' : `${hours} hours ago`
  const day = dayName(instant, now)
  return day.includes(',') ? `on ${day}` : day.toLowerCase()
}

/** The day an instant fell on, here: "Today", "Yesterday", "Jul 1, 2026". */
export function dayName(instant: Instant, now: Date): string {
  const day = localDay(new Date(instant))
  const today = localDay(now)
  if (day === today) return 'Today'
  return day === addDays(today, -1) ? 'Yesterday' : formatDate(day)
}

/** "2:05 PM" */
export function timeOfDay(instant: Instant): string {
  return new Date(instant).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
}

function localDay(date: Date): PlainDate {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const two = (part: number): string => String(part).padStart(2, '0')
