import { originOf } from '#main/desktop/security/appOrigin.ts'

/** What Electron tells of who sent a message. */
export interface Sender {
  /** It came from a window this app opened. */
  readonly knownWindow: boolean
  /** It came from the page itself, not from a frame inside it. */
  readonly mainFrame: boolean
  /** The address of the frame that sent it, or null if the frame is gone. */
  readonly address: string | null
}

/** Whether a message may be answered: known window, main frame, own origin. Everything else is ignored. */
export function isTrustedSender(sender: Sender, origin: string): boolean {
  return sender.knownWindow && sender.mainFrame && sender.address !== null && originOf(sender.address) === origin
}
