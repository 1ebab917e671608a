// Plain JavaScript: the command line goes through here at every start, and stripping types would cost it 30 ms.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const stamp = join(projectFolder, 'out', 'built')
const sources = ['src', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json']

/** Builds `out/` unless it is newer than everything it is made from. Says what it does on stderr; throws if it fails. */
export function ensureBuilt() {
  if (isBuilt()) return
  process.stderr.write('Building Coachdesk, which takes a few seconds after a change.\n')
  build()
}

/** Builds `out/`, whether it is stale or not. Throws with the builder's own words if it fails. */
export function build() {
  const startedAt = new Date()
  const builder = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
  // What changed while it was being built counts as newer.
  writeFileSync(stamp, '')
  utimesSync(stamp, startedAt, startedAt)
}

function isBuilt() {
  const builtAt = changedAt(stamp)
  return sources.every((source) => !isNewer(join(projectFolder, source), builtAt))
}

/** Whether a file, or anything in a folder, changed after a time. Folders count: theirs changes when a file goes. */
export function isNewer(path, time) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return false
  if (stats.mtimeMs > time) return true
  return (
    stats.isDirectory() && readdirSync(path, { recursive: true }).some((name) => changedAt(join(path, name)) > time)
  )
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
