import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordImportResult, RecordPreview } from '#shared/coaching/importSchema.ts'
import type { Meeting } from '#shared/coaching/schema.ts'
import type { Coaches } from '#shared/evaluation/resultSchema.ts'
import type { Program } from '#shared/program/schema.ts'
import { type Desk, openDesk } from '#test/cli/support/coachdesk.ts'

let desk: Desk
let data: string[]

beforeAll(async () => {
  desk = await openDesk()
  data = ['--data', desk.file('office.coachdesk')]
  await desk.run('new', desk.file('office.coachdesk'), '--program', 'Residency', '--kind', 'gme', '--year', '2025')
  await file('coaches.csv', 'Last name,First name,Email\nChen,Wei,chen@med.edu\n')
  await file('learners.csv', 'Last name,First name,Email,Coach\nRuiz,Luz,ruiz@med.edu,"Chen, Wei"\n')
  for (const as of ['coaches', 'learners']) await desk.run('import', desk.file(`${as}.csv`), '--as', as, ...data)
})
afterAll(() => desk.close())

const file = (name: string, content: string) => writeFile(desk.file(name), content)

async function read<T>(...args: string[]): Promise<T> {
  const { code, document, stderr } = await desk.json(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return document as T
}

test('a list of meetings is looked at, imported once, and told by the evaluation', async () => {
  await file(
    'meetings.csv',
    'Date,Resident,Attended,Reflection\n9/4/2025,"Ruiz, Luz",yes,secret\n9/5/2025,Nobody,yes,\n',
  )
  const list = ['import', desk.file('meetings.csv'), '--as', 'meetings', ...data]
  const seen = await read<RecordPreview>(...list, '--dry-run')
  expect(seen.counts).toMatchObject({ rows: 2, create: 1, skipped: 1 })
  const [program] = await read<Program[]>('call', 'program.list', '--input', '{}', ...data)
  const of = { programId: program!.id }
  expect(await read<Meeting[]>('call', 'coaching.listMeetings', '--input', JSON.stringify(of), ...data)).toEqual([])

  const report = await desk.run(...list)
  expect(report).toMatchObject({ code: 0, stderr: '' })
  expect(report.stdout).toContain('1 meeting; 0 there already, 1 left out.')
  expect(report.stdout).toContain('Not stored: Reflection.')
  const again = await read<RecordPreview & { applied: RecordImportResult }>(...list)
  expect(again.applied).toMatchObject({ runId: null, counts: { create: 0, unchanged: 1 } })

  const input = JSON.stringify({ ...of, audience: 'programDirector', year: 2025 })
  const { coaches } = await read<Coaches>('call', 'evaluation.coaches', '--input', input, ...data)
  expect(coaches).toMatchObject([{ name: 'Wei Chen', meetings: { held: 1, missed: 0, required: null } }])
})
