import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office } from '#test/imports/support/office.ts'
import { after, atItsEnd, logSize, type Moment, onceOnDisk, runAndKill } from '#test/imports/support/runAndKill.ts'

const people = 2000
const child = fileURLToPath(new URL('support/importChild.ts', import.meta.url))

let office: Office

beforeEach(async () => {
  office = await Office.open()
})

afterEach(() => office.close())

const importAndKill = (dataFile: string, roster: string, moment: Moment): Promise<string> =>
  runAndKill(child, [dataFile, roster, office.program.id], moment)

async function stageRoster(): Promise<{ dataFile: string; roster: string }> {
  const dataFile = office.workspace.current().path
  const roster = join(office.folder, 'roster.csv')
  const rows = Array.from({ length: people }, (_, index) => `Last${index},First,p${index}@example.edu,Class of 2028`)
  await writeFile(roster, ['Last name,First name,Email,Class', ...rows].join('\n'))
  await office.workspace.close()
  return { dataFile, roster }
}

/** Opens the file again: it is whole, and holds all of the import or nothing of it. @returns how many learners it has */
async function reopen(dataFile: string): Promise<number> {
  await office.workspace.openPath(dataFile)
  const { db } = office.workspace.current()
  const learners = await office.learners()
  const runs = await db.selectFrom('import_run').select('id').execute()
  const entries = await db.selectFrom('history_entry').select('id').where('label', 'like', 'Import%').execute()
  expect([0, people]).toContain(learners.length)
  expect([runs.length, entries.length]).toEqual(learners.length === 0 ? [0, 0] : [1, 1])
  expect((await office.workspace.current().check()).findings).toEqual([])
  return learners.length
}

describe('an import that is killed', () => {
  it.each([0, 50, 200])('%i ms after it began to write is wholly there or wholly not', async (ms) => {
    const { dataFile, roster } = await stageRoster()
    const said = await importAndKill(dataFile, roster, after(ms))
    expect(said).toContain('Writing')
    await reopen(dataFile)
  })

  it('when part of it has reached the disk is wholly not there', async () => {
    const { dataFile, roster } = await stageRoster()
    const said = await importAndKill(dataFile, roster, onceOnDisk(dataFile))
    expect(said).not.toContain('Done')
    expect(await logSize(dataFile)).toBeGreaterThan(0)
    expect(await reopen(dataFile)).toBe(0)
  })

  it('after its end is wholly there', async () => {
    const { dataFile, roster } = await stageRoster()
    const said = await importAndKill(dataFile, roster, atItsEnd)
    expect(said).toContain('Done')
    expect(await reopen(dataFile)).toBe(people)
  })
})
