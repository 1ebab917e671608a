import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, type Rectangle, nativeTheme, screen } from 'electron'
import { pageBackground } from '#main/desktop/pageBackground.ts'
import { webPreferences } from '#main/desktop/security/webPreferences.ts'
import { type WindowState, openingBounds, parseWindowState, smallest } from '#main/desktop/windowBounds.ts'

/** Opens the window where it was left, and shows it once it has something to show. */
export function openWindow(address: string, preload: string, settingsFolder: string): BrowserWindow {
  const stateFile = join(settingsFolder, 'window.json')
  const saved = readState(stateFile)
  const window = new BrowserWindow({
    ...openingBounds(saved?.bounds ?? null, screenAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Coachdesk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? pageBackground.dark : pageBackground.light,
    webPreferences: { ...webPreferences, preload },
  })
  window.once('ready-to-show', () => {
    if (saved?.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    writeState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  void window.loadURL(address)
  return window
}

function screenAreas(): [Rectangle, ...Rectangle[]] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  return [main.workArea, ...others.map((display) => display.workArea)]
}

function readState(file: string): WindowState | null {
  try {
    return parseWindowState(readFileSync(file, 'utf8'))
  } catch {
    return null // the first start
  }
}

function writeState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // A place not remembered is no reason to keep the window from closing.
  }
}
