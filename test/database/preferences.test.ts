import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Settings } from '#main/features/workspace/settings.ts'
import { temporaryFolder } from './support.ts'

const usual = { theme: 'system', density: 'normal', programId: null }

test('what is preferred is kept between runs, one preference at a time', () => {
  const folder = temporaryFolder()
  const settings = new Settings(folder)
  expect(settings.preferences).toEqual(usual)
  settings.setPreferences({ theme: 'dark' })
  settings.setPreferences({ density: 'compact' })
  settings.setActor('Ana Admin')
  expect(new Settings(folder).preferences).toEqual({ ...usual, theme: 'dark', density: 'compact' })
})

test('settings from before there were preferences keep what they hold', async () => {
  const folder = temporaryFolder()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ actor: 'Ana Admin', recent: [] }))
  const settings = new Settings(folder)
  expect(settings.actor).toBe('Ana Admin')
  expect(settings.preferences).toEqual(usual)
})

test('preferences of another version are given up without the rest', async () => {
  const folder = temporaryFolder()
  const stored = { actor: 'Ana Admin', recent: [], preferences: { theme: 'sepia' } }
  await writeFile(join(folder, 'settings.json'), JSON.stringify(stored))
  const settings = new Settings(folder)
  expect([settings.actor, settings.preferences]).toEqual(['Ana Admin', usual])
  settings.setPreferences({ theme: 'light' })
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    actor: 'Ana Admin',
    preferences: { ...usual, theme: 'light' },
  })
})
