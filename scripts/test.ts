import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#scripts/support/build.mjs'
import { ensureDriver } from '#scripts/support/browsers.ts'
import { ensureOffice } from '#scripts/support/office.ts'
import { run, runTool } from '#scripts/support/run.ts'
import { type Count, countTests } from '#scripts/support/testCount.ts'

// Everything, and then how many tests passed and failed. Nothing is skipped because something is missing: what a test
// needs is installed, or named.

const checked = await run(process.execPath, ['scripts/check.ts'], { show: true })
const failures: string[] = checked.ok ? [] : ['the checks']

const ready = await prepare()
const counts = ready ? [await testProject('unit'), await testProject('e2e')] : []

const sum = (pick: (count: Count) => number): number => counts.reduce((total, count) => total + pick(count), 0)
if (sum((count) => count.skipped) > 0) failures.push(`${sum((count) => count.skipped)} skipped tests`)
const unsteady = counts.flatMap((count) => count.unsteady)
if (unsteady.length > 0) console.log(`\nPassed at a second try only:\n${unsteady.join('\n')}`)
if (failures.length > 0) console.log(`\nNot in order: ${failures.join(', ')}.`)
console.log(`\n${sum((count) => count.passed)} passed, ${sum((count) => count.failed)} failed`)
process.exitCode = failures.length === 0 && sum((count) => count.failed) === 0 ? 0 : 1

async function prepare(): Promise<boolean> {
  try {
    ensureBuilt()
    const driver = await ensureDriver()
    console.log(`\nThe browser tests use ${driver.program}.`)
    await ensureOffice()
    return true
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error))
    return false
  }
}

async function testProject(project: 'unit' | 'e2e'): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-test-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { ok } = await runTool('vitest/vitest.mjs', ['run', '--project', project, ...reporters], { show: true })
    const count = countTests(readFileSync(report, 'utf8'))
    // Vitest also fails for what no test stands for, such as an error nobody caught.
    if (!ok && count.failed === 0) failures.push(`the ${project} run`)
    return count
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
