import { createPortTransport } from '#renderer/transport/portTransport.ts'
import type { Transport } from '#shared/contract/client.ts'
import { type DesktopBridge, portMessage } from '#shared/desktop/bridge.ts'

/** Calls over the port that the preload hands to this page. */
export function createElectronTransport(bridge: DesktopBridge): Transport {
  return createPortTransport(
    () =>
      new Promise((resolve) => {
        const receive = (event: MessageEvent): void => {
          const [port] = event.ports
          if (event.source !== window || event.data !== portMessage || !port) return
          window.removeEventListener('message', receive)
          resolve(port)
        }
        window.addEventListener('message', receive)
        bridge.connect()
      }),
  )
}
