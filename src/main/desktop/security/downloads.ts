import { originOf } from '#main/desktop/security/appOrigin.ts'

/** Whether a file may be saved: only what the page made itself, an export it holds as a blob. Electron asks where. */
export function isAllowedDownload(address: string, origin: string): boolean {
  return address.startsWith('blob:') && originOf(address.slice('blob:'.length)) === origin
}
