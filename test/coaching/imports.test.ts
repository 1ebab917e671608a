import { onTestFinished, expect, test } from 'vitest'
import { importRecords, previewRecords } from '#main/features/coaching/importRecords.ts'
import { getRecord, listMeetings } from '#main/features/coaching/records.ts'
import { getDesign, saveAnswer } from '#main/features/program/design.ts'
import type { ImportedRecords, RecordImportOptions, RecordPreview } from '#shared/coaching/importSchema.ts'
import { recordPreviewSchema } from '#shared/coaching/importSchema.ts'
import { answerToSchema } from '#shared/program/design/design.ts'
import { newCall, Office } from '#test/imports/support/office.ts'
import { usualAnswers } from './support.ts'

/** Three learners: two of Chen, one without a coach; the office looks back from Sep 15, 2026. */
async function open() {
  const office = await Office.open()
  onTestFinished(() => office.close())
  await office.apply('Last name,First name,Email\nChen,Wei,chen@med.edu\nOrtiz,Ana,ortiz@med.edu\n', 'coaches')
  await office.apply(
    [
      'Last name,First name,Email,Student ID,Level,Coach,Start date',
      'Ruiz,Luz,ruiz@med.edu,S1,M1,"Chen, Wei",8/1/2026',
      'Park,Min,park@med.edu,S2,M1,"Chen, Wei",8/1/2026',
      'Lone,Lu,lone@med.edu,S3,M1,,8/1/2026',
    ].join('\n'),
  )
  const file = office.workspace.current()
  const programId = office.program.id
  const { answer, revision } = (await getDesign(file.db, { programId })).answers.development
  const choices = { ...answer.choices, ...usualAnswers.development }
  const to = answerToSchema.parse({ question: 'development', answer: { ...answer, choices } })
  await saveAnswer(file, { programId, revision, ...to }, newCall())
  const options = (content: string, as: ImportedRecords, more: Partial<RecordImportOptions> = {}) => ({
    handle: office.stage(`${as}.csv`, content),
    programId,
    as,
    ...more,
  })
  return {
    file,
    programId,
    preview: async (...input: Parameters<typeof options>): Promise<RecordPreview> =>
      recordPreviewSchema.parse(await previewRecords(office.workspace, options(...input), newCall())),
    apply: (...input: Parameters<typeof options>) =>
      importRecords(office.workspace, { ...options(...input), backUp: true }, newCall()),
  }
}

const list = [
  'Date,Student,Student ID,Advisor,Status,Format,Duration,Topics discussed',
  '9/16/2026,Luz Ruiz,,,,,,',
  '9/15/2026,"Ruiz, Luz",,,Held,Zoom,45 min,secret',
  '9/15/2026,Park,S2,Dr. Wei Chen,No show,in person,,secret',
  '9/15/2026,Luz Ruiz,,Ana Ortiz,yes,phone,1:15,secret',
  '9/14/2026,Lu Lone,,,Held,,,',
  '2/30/2026,Luz Ruiz,,,Held,,,',
  '9/14/2026,Nobody Here,,,Held,,,',
  '9/14/2026,Min Park,,,perhaps,,,',
  '9/13/2026,Min Park,,,done,by owl,900,',
  '9/13/2026,Min Park,,,done,,,',
  'Total,,,,9,,,',
].join('\n')

test('a list of meetings is read with what is wrong in it, stored once, and undone in one step', async () => {
  const { file, programId, preview, apply } = await open()
  const seen = await preview(list, 'meetings')
  expect(seen.counts).toEqual({ rows: 10, create: 4, unchanged: 1, skipped: 5, toCheck: 7 })
  expect(
    seen.rows.filter(({ action }) => action === 'create').map(({ row, record }) => [row, ...Object.values(record)]),
  ).toEqual([
    [3, '2026-09-15', 'Luz Ruiz', 'Wei Chen', 'Held', 'Video', 45],
    [4, '2026-09-15', 'Min Park', 'Wei Chen', 'Missed', 'In person', null],
    [5, '2026-09-15', 'Luz Ruiz', 'Ana Ortiz', 'Held', 'Phone', 75],
    [10, '2026-09-13', 'Min Park', 'Wei Chen', 'Held', null, null],
  ])
  expect(seen.problems.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
    'A2 implausibleDate',
    'D5 notPaired',
    'D6 unknownCoach',
    'A7 invalidDate',
    'B8 unknownLearner',
    'E9 unknownChoice',
    'D10 notPaired',
    'F10 unknownChoice',
    'G10 invalidNumber',
    'A11 repeatedEntry',
  ])
  expect(seen.notes.map(({ message }) => message)).toContain(
    'Not stored: Topics discussed. What was talked about stays with learner and coach.',
  )

  const { entryId } = await apply(list, 'meetings')
  expect(await listMeetings(file.db, { programId })).toHaveLength(4)
  const everything = await file.db.selectFrom('history_change').select(['before', 'after']).execute()
  expect(JSON.stringify(everything)).not.toContain('secret')

  const again = await preview(list, 'meetings')
  expect(again).toMatchObject({ counts: { create: 0, unchanged: 5 }, importedBefore: expect.any(String) as string })
  expect(await apply(list, 'meetings')).toMatchObject({ runId: null, entryId: null })
  await file.reverse(newCall(), entryId!)
  expect(await listMeetings(file.db, { programId })).toEqual([])
  expect((await preview(list, 'meetings')).importedBefore).toBeNull()
})

test('a column of learners and one of coaches may hold addresses and ids', async () => {
  const { apply } = await open()
  const mixed = ['Date,Student,Coach', '9/1/2026,RUIZ@med.edu,chen@med.edu', '9/2/2026,s2,'].join('\n')
  expect((await apply(mixed, 'meetings')).counts).toMatchObject({ create: 2, skipped: 0 })
})

test('a row with the id of one and the name of another is nobody’s', async () => {
  const { preview } = await open()
  const rows = ['Date,Student,Student ID', '9/14/2026,Min Park,S1', '9/14/2026,Minnie Park,S2']
  const { counts, problems } = await preview(rows.join('\n'), 'meetings')
  expect(counts).toMatchObject({ create: 1 })
  const errors = problems.filter(({ level }) => level === 'error')
  expect(errors).toMatchObject([{ row: 2, code: 'unknownLearner' }])
  expect(errors[0]!.message).toContain('not of one learner')
})

test('a list of modules done goes by the names of question 7', async () => {
  const { file, programId, preview, apply } = await open()
  const training = [
    'Participant,Email,Course,Completed on',
    'Wei Chen,chen@med.edu,COACHING BASICS,2026-08-20',
    ',ortiz@med.edu,Bias in feedback,8/21/2026',
    'Ana Ortiz,,Juggling,8/21/2026',
    'Ana Ortiz,,,8/21/2026',
  ].join('\n')
  const seen = await preview(training, 'completions')
  expect(seen.counts).toEqual({ rows: 4, create: 2, unchanged: 0, skipped: 2, toCheck: 2 })
  expect(seen.problems.map(({ message }) => message)).toEqual([
    'Row 4, module: question 7 has no such module. It has: Coaching basics, Bias in feedback, Interviewing. The row was left out.',
    'Row 5, module: it is empty. The row was left out.',
  ])
  await apply(training, 'completions')
  const [chen] = await file.db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'person_id')
    .select('appointment.id')
    .where('last_name', '=', 'Chen')
    .execute()
  expect((await getRecord(file.db, { programId, coachId: chen!.id })).completions).toMatchObject([
    { moduleName: 'Coaching basics', on: '2026-08-20' },
  ])
})

test('whom a list of training says not to have attended has done nothing', async () => {
  const { preview } = await open()
  const training = [
    'Name,Workshop,Date,Attended',
    'Wei Chen,Coaching basics,8/20/2026,Yes',
    'Ana Ortiz,Coaching basics,8/20/2026,No',
    'Ana Ortiz,Bias in feedback,8/21/2026,No show',
    'Wei Chen,Bias in feedback,8/21/2026,In progress',
    'Wei Chen,Interviewing,8/21/2026,perhaps',
    'Ana Ortiz,Interviewing,8/21/2026,Passed',
  ].join('\n')
  const seen = await preview(training, 'completions')
  expect(seen.rows.map(({ row, action }) => `${row} ${action}`)).toEqual([
    '2 create',
    '3 skip',
    '4 skip',
    '5 skip',
    '6 skip',
    '7 create',
  ])
  expect(seen.problems.map(({ row, column, level, code }) => `${column}${row} ${level} ${code}`)).toEqual([
    'D3 info notDone',
    'D4 info notDone',
    'D5 info notDone',
    'D6 error unknownChoice',
  ])
})

test('a column can be said, and a list without learners or without a usable row is refused', async () => {
  const { preview, apply } = await open()
  const odd = 'When,X\n9/15/2026,ruiz@med.edu\n'
  await expect(preview(odd, 'meetings')).rejects.toMatchObject({ problem: { code: 'unreadable_sheet' } })
  const mapping = { When: 'on', X: 'learnerEmail' }
  expect((await preview(odd, 'meetings', { headerRow: 1, mapping })).counts.create).toBe(1)
  await expect(preview('Date,Status\n9/15/2026,held\n', 'meetings')).rejects.toMatchObject({
    problem: { code: 'unreadable_sheet', message: expect.stringContaining('no column names the learner') as string },
  })
  await expect(apply('Date,Student\n9/15/2026,Nobody\n', 'meetings')).rejects.toMatchObject({
    problem: { code: 'invalid_rows' },
  })
})
