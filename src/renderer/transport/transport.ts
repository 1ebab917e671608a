import { createElectronTransport } from '#renderer/transport/electronTransport.ts'
import { createLoopbackTransport } from '#renderer/transport/loopbackTransport.ts'
import { takeToken } from '#renderer/transport/token.ts'
import type { Transport } from '#shared/contract/client.ts'
import type { DesktopBridge } from '#shared/desktop/bridge.ts'

declare global {
  interface Window {
    /** Set by the preload, so only in the desktop app. */
    readonly coachdesk?: DesktopBridge
  }
}

/** The way from this page to the main process: a port in the desktop app, HTTP in a browser. */
export function createTransport(): Transport {
  return window.coachdesk
    ? createElectronTransport(window.coachdesk)
    : createLoopbackTransport(window.location.origin, takeToken(window.location, window.history, window.sessionStorage))
}
