import type { WebPreferences } from 'electron'

/** How every window is made. Most are Electron's defaults; they are written down so that a test holds them. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableBlinkFeatures: 'Auxclick', // a middle click would open a new window
  spellcheck: false, // dictionaries are fetched from a server
  v8CacheOptions: 'code',
} as const satisfies WebPreferences
