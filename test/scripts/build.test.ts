import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isNewer } from '#scripts/support/build.mjs'

const before = new Date('2026-07-01T08:00:00Z')
const built = new Date('2026-07-01T09:00:00Z')
const after = new Date('2026-07-01T10:00:00Z')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coachdesk-build-'))
  mkdirSync(join(folder, 'roster'))
  put('roster/schema.ts')
  utimesSync(join(folder, 'roster'), before, before)
  utimesSync(folder, before, before)
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(name: string, time = before): void {
  writeFileSync(join(folder, name), '')
  utimesSync(join(folder, name), time, time)
}

/** Adding or taking away a file has just changed the time of its folder; this puts a known one there. */
function touchFolderOf(name: string, time: Date): void {
  utimesSync(dirname(join(folder, name)), time, time)
}

test('a source that was there before the build is not newer', () => {
  expect(isNewer(folder, built.getTime())).toBe(false)
})

test('a file changed deep inside makes its folder newer', () => {
  put('roster/schema.ts', after)
  touchFolderOf('roster/schema.ts', before)
  expect(isNewer(folder, built.getTime())).toBe(true)
})

test('a file taken away makes its folder newer', () => {
  rmSync(join(folder, 'roster/schema.ts'))
  touchFolderOf('roster/schema.ts', after)
  expect(isNewer(folder, built.getTime())).toBe(true)
})

test('a single file is compared itself, and one that is missing is not newer', () => {
  put('config.ts', after)
  expect(isNewer(join(folder, 'config.ts'), built.getTime())).toBe(true)
  expect(isNewer(join(folder, 'absent.ts'), built.getTime())).toBe(false)
})
