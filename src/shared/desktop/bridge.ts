/** What a menu asks of the page, which does it the way its own buttons do. */
export type MenuCommand = 'newFile' | 'openFile' | 'backUp' | 'undo' | 'redo' | 'showKeys'

/**
 * All that the preload gives to the page, as `window.coachdesk`. A port cannot pass through it, so `connect` asks for
 * one, and it arrives as a window message: `data` is `portMessage`, `ports[0]` is the port.
 */
export interface DesktopBridge {
  readonly platform: string
  readonly connect: () => void
  /** Calls the listener for every menu command; returns how to stop. */
  readonly onCommand: (listener: (command: MenuCommand) => void) => () => void
}

export const portMessage = 'coachdesk:port'
