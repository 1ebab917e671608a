import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileLog } from '#main/log.ts'

let folder: string
const now = () => new Date('2026-11-22T10:00:00Z')
const read = () => readFile(path.join(folder, 'coachdesk.log'), 'utf8')

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coachdesk-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a line says when, how grave and what, without names', async () => {
  const log = createFileLog(folder, now)
  log.info('Opened', { tables: 15, of: 'ana@example.edu' })
  log.warn('No backup of "Ana"')
  expect(await read()).toBe(
    '2026-11-22T10:00:00.000Z info Opened tables=15 of=[e-mail]\n2026-11-22T10:00:00.000Z warn No backup of [text]\n',
  )
})

test('a bug is found by its reference, with its stack and cause but not the home folder', async () => {
  const error = new TypeError(`failed in ${homedir()}/x`, { cause: new Error('person "Ana" is null') })
  const reference = createFileLog(folder, now).error('program.list failed', error)
  const text = await read()
  expect(reference).toMatch(/^[A-Z2-9]{6}$/)
  expect(text).toContain(`error ${reference} program.list failed\nTypeError: failed in ~/x`)
  expect(text).toContain('log.test.ts')
  expect(text).toContain('caused by Error: person [text] is null')
  expect(text).not.toContain(`${homedir()}/x`)
})

test('the log rotates, and its oldest part goes', async () => {
  const log = createFileLog(folder, now)
  for (let age = 0; age < 6; age++) {
    await writeFile(path.join(folder, 'coachdesk.log'), `part ${age}\n`.padEnd(1024 * 1024 + 1, '.'))
    log.info('Next part')
  }
  const files = await readdir(folder)
  expect(files.sort()).toEqual(['coachdesk.log', 'coachdesk.log.1', 'coachdesk.log.2', 'coachdesk.log.3'])
  expect(await readFile(path.join(folder, 'coachdesk.log.3'), 'utf8')).toMatch(/^part 3/)
})

test('a folder that cannot be written is not the user’s trouble', async () => {
  const file = path.join(folder, 'not-a-folder')
  await writeFile(file, '')
  expect(createFileLog(file, now).error('Anything')).toMatch(/^[A-Z2-9]{6}$/)
})
