import { type BrowserWindow, app, dialog, shell } from 'electron'
import { afterPageGone } from '#main/desktop/recovery.ts'
import type { Log } from '#main/log.ts'

/** Brings a window back whose page stopped or hangs, asking only where doing it unasked has not helped. */
export function recoverWindow(window: BrowserWindow, log: Log, logFolder: string): void {
  const gone: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const now = performance.now()
    const recovery = afterPageGone(reason, gone, now)
    gone.push(now)
    if (recovery !== 'nothing') log.warn('The page stopped', { reason, exitCode, recovery })
    if (recovery === 'reload') window.webContents.reload()
    if (recovery === 'ask') void askWhatNow(window, logFolder)
  })
  window.on('unresponsive', () => {
    log.warn('The page does not answer')
    void offerReload(window)
  })
}

async function askWhatNow(window: BrowserWindow, logFolder: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped and could not be brought back.',
    detail: 'The data file is closed properly and holds every change that was saved. The log files say what happened.',
    buttons: ['Load the window again', 'Show log files', 'Quit'],
    defaultId: 0,
    cancelId: 2,
  })
  if (response === 0) window.webContents.reload()
  if (response === 1) await shell.openPath(logFolder)
  if (response > 0) app.quit()
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const answered = new AbortController()
  window.once('responsive', () => answered.abort())
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window does not answer.',
    detail: 'What was typed into an open field would be lost by loading it again; everything saved stays.',
    buttons: ['Wait', 'Load the window again'],
    defaultId: 0,
    cancelId: 0,
    signal: answered.signal,
  })
  if (response === 1) window.webContents.reload()
}
