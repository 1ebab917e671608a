import { spawn } from 'node:child_process'

/** Opens an address in the user's default browser. Where there is none, the printed address is still there to copy. */
export function openInBrowser(address: string): void {
  const [program, ...args] = browserCommand(process.platform, address)
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => process.stderr.write('No browser was opened. Open the address above in one.\n'))
    .unref()
}

/** The system's own way to open an address, without a shell, so that no character of it means anything else. */
export function browserCommand(platform: NodeJS.Platform, address: string): [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return [platform === 'darwin' ? 'open' : 'xdg-open', address]
}
