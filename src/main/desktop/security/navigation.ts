import { originOf } from '#main/desktop/security/appOrigin.ts'

/** Whether the window may go to an address: only the app's own pages. Anything else is offered to `externalUrl`. */
export function isAllowedNavigation(address: string, origin: string): boolean {
  return originOf(address) === origin
}
