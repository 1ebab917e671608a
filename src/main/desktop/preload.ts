import { contextBridge, ipcRenderer } from 'electron'
import { channels } from '#main/desktop/channels.ts'
import { type DesktopBridge, type MenuCommand, portMessage } from '#shared/desktop/bridge.ts'

// The preload runs in the page, where there is a window; main's types have none, and this is all it needs of it.
declare const window: {
  readonly location: { readonly origin: string }
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void
}

ipcRenderer.on(channels.port, (event) => {
  window.postMessage(portMessage, window.location.origin, event.ports)
})

const bridge: DesktopBridge = {
  platform: process.platform,
  connect: () => ipcRenderer.send(channels.connect),
  onCommand: (listener) => {
    const hear = (_event: unknown, command: MenuCommand): void => listener(command)
    ipcRenderer.on(channels.command, hear)
    return () => {
      ipcRenderer.off(channels.command, hear)
    }
  },
}

contextBridge.exposeInMainWorld('coachdesk', Object.freeze(bridge))
