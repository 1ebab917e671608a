import { expect, test } from 'vitest'
import { runInWorker } from '#main/jobs/worker.ts'
import { refuse } from '#shared/kernel/problem.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const never = new AbortController().signal
const large = bytes('last name,first name\n' + 'Okafor,Ada\n'.repeat(400_000))

test('a task is done in a thread of its own', async () => {
  const file = await runInWorker(
    'readSheet',
    { bytes: bytes('Last name,Level\nOkafor,M1\n'), name: 'a.csv' },
    { signal: never },
  )
  expect(file.sheets[0]?.rows.length).toBe(2)
})

test('a workbook that one worker writes, another can read', async () => {
  const written = await runInWorker(
    'writeWorkbook',
    {
      title: 'Roster',
      creator: 'Coachdesk',
      created: '2026-11-22T10:00:00.000Z',
      sheets: [
        {
          kind: 'facts',
          name: 'About',
          title: 'About this workbook',
          facts: [{ label: 'Program', value: 'Medicine' }],
        },
      ],
    },
    { signal: never },
  )
  const file = await runInWorker('readSheet', { bytes: written, name: 'roster.xlsx' }, { signal: never })
  expect(file.sheets.map((sheet) => sheet.name)).toEqual(['About'])
})

test('a refusal of a task arrives as a refusal', async () => {
  const pdf = { bytes: bytes('%PDF-1.7'), name: 'roster.pdf' }
  const error = await runInWorker('readSheet', pdf, { signal: never }).catch((error: unknown) => error)
  expect(error).toMatchObject({ name: 'Refusal', problem: { code: 'unreadable_sheet' } })
})

test('a bug in a task arrives as an error', async () => {
  const run = runInWorker('readSheet', { bytes: null as never, name: 'a.csv' }, { signal: never })
  const error = await run.catch((error: unknown) => error)
  expect(error).toBeInstanceOf(TypeError)
})

test('a cancel ends the work and says why', async () => {
  const cancelled = refuse('cancelled', 'The job was cancelled.')
  const controller = new AbortController()
  const run = runInWorker('readSheet', { bytes: large, name: 'a.csv' }, { signal: controller.signal })
  controller.abort(cancelled)
  await expect(run).rejects.toBe(cancelled)
  await expect(runInWorker('readSheet', { bytes: large, name: 'a.csv' }, { signal: controller.signal })).rejects.toBe(
    cancelled,
  )
})

test('work that takes too long is ended', async () => {
  const run = runInWorker('readSheet', { bytes: large, name: 'a.csv' }, { signal: never, timeoutMs: 1 })
  await expect(run).rejects.toMatchObject({ problem: { code: 'too_large' } })
})

test('work that needs too much memory is ended, and the app lives on', async () => {
  const run = runInWorker('readSheet', { bytes: large, name: 'a.csv' }, { signal: never, maxOldGenerationSizeMb: 16 })
  await expect(run).rejects.toMatchObject({ problem: { code: 'too_large' } })
})
