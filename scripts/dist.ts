import { build } from '#scripts/support/build.mjs'
import { runTool } from '#scripts/support/run.ts'

// Builds the installers of this system into dist/. A test build lets Playwright attach; it is not for users.

build()
const testBuild = process.env['COACHDESK_TEST_BUILD'] === '1'
const { ok } = await runTool(
  'electron-builder/cli.js',
  [
    '--publish',
    'never',
    ...(testBuild ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
    ...process.argv.slice(2),
  ],
  { show: true },
)
process.exitCode = ok ? 0 : 1
