import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadComments, loadResponses } from '#main/features/evaluation/repository.ts'
import { after, atItsEnd, type Moment, onceOnDisk, runAndKill } from '#test/imports/support/runAndKill.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

const people = 1000

/** So long that what is written outgrows the cache of the writer, and reaches the disk well before it is committed. */
const comment = 'Meet more often than now. '.repeat(700)
const child = fileURLToPath(new URL('support/importChild.ts', import.meta.url))

/** Imports responses with a comment each, and kills that; the data file is whole after it. @returns how many are there */
async function importAndKill(momentOf: (dataFile: string) => Moment): Promise<{ said: string; responses: number }> {
  const survey = await SurveyOffice.open(1)
  const wave = await survey.wave({ identity: 'anonymous' })
  const { workspace, folder } = survey.office
  const dataFile = survey.file.path
  const rows = Array.from({ length: people }, (_, at) => ({ id: `R_${at}`, answers: feedback(4, `${at}: ${comment}`) }))
  const exported = join(folder, 'survey.csv')
  await writeFile(exported, qualtrics(rows))
  await workspace.close()
  const said = await runAndKill(child, [dataFile, exported, survey.programId], momentOf(dataFile))

  await workspace.openPath(dataFile)
  const { db } = survey.file
  const responses = (await loadResponses(db, [wave.id])).length
  const comments = (await loadComments(db, [wave.id])).length
  const runs = await db.selectFrom('import_run').select('id').where('imported_as', '=', 'responses').execute()
  const entries = await db
    .selectFrom('history_entry')
    .select('id')
    .where('label', 'like', 'Import % responses from survey.csv')
    .execute()
  expect([0, people]).toContain(responses)
  expect([comments, runs.length, entries.length]).toEqual(responses === 0 ? [0, 0, 0] : [people, 1, 1])
  expect((await survey.file.check()).findings).toEqual([])
  return { said, responses }
}

test('an import of responses that is killed soon after it began to write is wholly there or wholly not', async () => {
  const { said } = await importAndKill(() => after(30))
  expect(said).toContain('Writing')
})

test('one of which part has reached the disk is wholly not there', async () => {
  const { said, responses } = await importAndKill(onceOnDisk)
  expect(said).not.toContain('Done')
  expect(responses).toBe(0)
})

test('one that has ended is wholly there', async () => {
  const { said, responses } = await importAndKill(() => atItsEnd)
  expect(said).toContain('Done')
  expect(responses).toBe(people)
})
