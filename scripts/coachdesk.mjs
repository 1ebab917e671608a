// The command line: `npm run --silent coachdesk -- COMMAND`. Kept small, because it is most of the time to start.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, projectFolder } from './support/build.mjs'

try {
  ensureBuilt()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}
enableCompileCache(join(projectFolder, 'node_modules', '.cache', 'coachdesk'))
await import(pathToFileURL(join(projectFolder, 'out', 'main', 'cli.js')).href)
