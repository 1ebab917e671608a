import { homedir } from 'node:os'
import path from 'node:path'

/** Where new data files go unless the user says otherwise; `COACHDESK_DATA_FOLDER` moves it. */
export function dataFolder(env = process.env): string {
  return env['COACHDESK_DATA_FOLDER'] || path.join(homedir(), 'Documents', 'Coachdesk')
}

/** Where recent files, the name of "you" and the log are kept, as each system has it; `COACHDESK_SETTINGS_FOLDER` moves it. */
export function settingsFolder(env = process.env, platform: NodeJS.Platform = process.platform): string {
  const home = homedir()
  if (env['COACHDESK_SETTINGS_FOLDER']) return env['COACHDESK_SETTINGS_FOLDER']
  if (platform === 'win32') return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Coachdesk')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Coachdesk')
  return path.join(env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'coachdesk')
}
