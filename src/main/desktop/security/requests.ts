import { originOf } from '#main/desktop/security/appOrigin.ts'

/**
 * Whether a network request may leave the window. Coachdesk works without a network: only its own files, and data the
 * page holds itself, are let through. With a development server, its socket belongs to its origin too, and so do the
 * developer tools.
 */
export function isAllowedRequest(address: string, origin: string): boolean {
  if (address.startsWith('data:')) return true
  if (address.startsWith('blob:')) return originOf(address.slice('blob:'.length)) === origin
  const from = originOf(address)
  if (from === origin) return true
  if (!isDevelopment(origin)) return false
  return from === origin.replace(/^http/, 'ws') || address.startsWith('devtools://')
}

/** The app's own scheme is all there is in a build; a development server is on http. */
function isDevelopment(origin: string): boolean {
  return origin.startsWith('http://')
}
