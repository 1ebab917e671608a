/** The app's own scheme: nothing is loaded from file:, where every file of the machine would be of one origin. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://coachdesk`

/**
 * The origin of an address. `URL.origin` says "null" for a scheme Node does not know, so it is put together here.
 * Null where the text is no address, or where it carries a user name or password, which only serve to mislead.
 */
export function originOf(address: string): string | null {
  const url = URL.parse(address)
  if (!url || url.username !== '' || url.password !== '') return null
  return url.host === '' ? null : `${url.protocol}//${url.host}`
}
