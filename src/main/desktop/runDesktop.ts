import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, Menu, app, dialog, session, shell } from 'electron'
import type { App } from '#main/app.ts'
import { registerAppScheme, serveApp } from '#main/desktop/appProtocol.ts'
import { channels } from '#main/desktop/channels.ts'
import { guardContents, guardSession } from '#main/desktop/guard.ts'
import { launchFile } from '#main/desktop/launchFile.ts'
import { menuTemplate } from '#main/desktop/menu.ts'
import { handOverPorts } from '#main/desktop/portHandOver.ts'
import { recoverWindow } from '#main/desktop/recover.ts'
import { appOrigin } from '#main/desktop/security/appOrigin.ts'
import { openWindow } from '#main/desktop/window.ts'
import { servePort } from '#main/transports/port.ts'
import { Refusal } from '#shared/kernel/problem.ts'

/** The development server, if there is one; never in a packaged app, whatever its environment says. */
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const address = developmentServer ?? `${appOrigin}/`
const origin = developmentServer ? new URL(developmentServer).origin : appOrigin
const built = join(app.getAppPath(), 'out')

/** Runs the desktop app until its window is closed. A second start hands its file to the first, and ends. */
export function runDesktop(settingsFolder: string, createApp: () => App): void {
  const profile = join(settingsFolder, 'window')
  mkdirSync(profile, { recursive: true }) // Electron refuses a folder that is not there
  app.setPath('userData', profile)
  if (!app.requestSingleInstanceLock()) return app.quit()
  registerAppScheme()
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => guardContents(contents, origin))

  const named = namedFile()
  app
    .whenReady()
    .then(() => open(settingsFolder, createApp(), named))
    .catch((error: unknown) => {
      dialog.showErrorBox('Coachdesk could not start', error instanceof Error ? error.message : String(error))
      app.exit(1)
    })
}

/** The file this start names: on the command line, or on macOS by an event that comes before the app is ready. */
function namedFile(): { path: string | null } {
  const named = { path: launchFile(process.argv, process.cwd()) }
  app.once('open-file', (event, path) => {
    event.preventDefault()
    named.path = path
  })
  return named
}

async function open(settingsFolder: string, coachdesk: App, named: { path: string | null }): Promise<void> {
  const logFolder = join(settingsFolder, 'logs')
  catchFaults(coachdesk)
  guardSession(session.defaultSession, origin)
  serveApp(session.defaultSession, join(built, 'renderer'))
  if (named.path !== null) await openFile(coachdesk, named.path)

  const window = openWindow(address, join(built, 'preload', 'preload.cjs'), settingsFolder)
  handOverPorts(window, origin, (port) => servePort(port, coachdesk.dispatcher))
  recoverWindow(window, coachdesk.log, logFolder)
  setMenu(window, logFolder)
  takeFiles(window, coachdesk)
  closeProperly(coachdesk)
}

/**
 * A bug that nobody caught leaves the app in a state nobody knows: it is written down, and the app ends. A promise that
 * nobody waited for ended only itself, and Electron would just print it where nobody looks.
 */
function catchFaults(coachdesk: App): void {
  process.on('unhandledRejection', (reason) => void coachdesk.log.error('unhandled rejection', reason))
  process.on('uncaughtException', (error) => {
    const reference = coachdesk.log.error('uncaught', error)
    const text = `Everything saved is in the data file. The log says more under ${reference}. Start Coachdesk again.`
    dialog.showErrorBox('Coachdesk had to stop', text)
    app.exit(1)
  })
}

function setMenu(window: BrowserWindow, logFolder: string): void {
  const documents = app.isPackaged ? process.resourcesPath : app.getAppPath()
  const template = menuTemplate({
    platform: process.platform,
    development: developmentServer !== undefined,
    send: (command) => window.webContents.send(channels.command, command),
    openGuide: () => void shell.openPath(join(documents, app.isPackaged ? 'guide' : 'docs/guide')),
    openLicence: () => void shell.openPath(join(documents, app.isPackaged ? 'LICENSE.txt' : 'LICENSE')),
    openLogs: () => void shell.openPath(logFolder),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Opens what the system asks for while the app runs: a double click on a data file. */
function takeFiles(window: BrowserWindow, coachdesk: App): void {
  const take = async (path: string | null): Promise<void> => {
    if (window.isMinimized()) window.restore()
    window.focus()
    if (path !== null) await openFile(coachdesk, path)
  }
  app.on('second-instance', (_event, args, folder) => void take(launchFile(args, folder)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void take(path)
  })
}

async function openFile(coachdesk: App, path: string): Promise<void> {
  try {
    await coachdesk.workspace.openPath(path)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    dialog.showErrorBox('The data file was not opened', error.message)
  }
}

/** Lets what is being written be written, and closes the data file, before the app ends. */
function closeProperly(coachdesk: App): void {
  let closing: Promise<void> | null = null
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing ??= coachdesk
      .close()
      .catch((error: unknown) => void coachdesk.log.error('close', error))
      .then(() => app.exit())
  })
}
