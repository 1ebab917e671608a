import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/desktop/bridge.ts'

export interface MenuActions {
  readonly platform: NodeJS.Platform
  readonly development: boolean
  readonly send: (command: MenuCommand) => void
  readonly openGuide: () => void
  readonly openLicence: () => void
  readonly openLogs: () => void
}

/**
 * The menu. What concerns data is sent to the page, which does it as its own buttons do; Undo and Redo too, because
 * only the page knows whether a field or the data file is meant. Their keys stay with the page for the same reason.
 */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const mac = actions.platform === 'darwin'
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.send(name),
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  })
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('New data file…', 'newFile'),
        command('Open…', 'openFile', 'CmdOrCtrl+O'),
        { type: 'separator' },
        command('Back up now', 'backUp'),
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('Undo', 'undo', 'CmdOrCtrl+Z'),
        command('Redo', 'redo', mac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(actions.development ? [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
    {
      role: 'help',
      label: '&Help',
      submenu: [
        command('Keys of this screen', 'showKeys'),
        { label: 'User guide', click: actions.openGuide },
        { type: 'separator' },
        { label: 'Show log files', click: actions.openLogs },
        { label: 'Licence', click: actions.openLicence },
      ],
    },
  ]
}
