import { type BrowserWindow, MessageChannelMain, type MessagePortMain, ipcMain } from 'electron'
import { channels } from '#main/desktop/channels.ts'
import { isTrustedSender } from '#main/desktop/security/trustedSender.ts'

/** Gives a port to the page of the window whenever it asks for one and may: after a reload it asks again. */
export function handOverPorts(window: BrowserWindow, origin: string, serve: (port: MessagePortMain) => void): void {
  ipcMain.on(channels.connect, (event) => {
    const frame = event.senderFrame
    const sender = {
      knownWindow: event.sender === window.webContents,
      mainFrame: frame !== null && frame === event.sender.mainFrame,
      address: frame?.url ?? null,
    }
    if (!frame || !isTrustedSender(sender, origin)) return
    const { port1, port2 } = new MessageChannelMain()
    serve(port1)
    frame.postMessage(channels.port, null, [port2])
  })
}
