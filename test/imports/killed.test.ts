import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office } from '#test/imports/support/office.ts'

const people = 2000
const child = fileURLToPath(new URL('support/importChild.ts', import.meta.url))

let office: Office

beforeEach(async () => {
  office = await Office.open()
})

afterEach(() => office.close())

/** Runs the import in another process, and kills it at a moment after it says that it is writing. */
async function importAndKill(
  dataFile: string,
  roster: string,
  moment: (ended: () => boolean) => Promise<void>,
): Promise<string> {
  const importing = spawn(process.execPath, [child, dataFile, roster, office.program.id])
  const exited = once(importing, 'exit')
  let said = ''
  const writing = new Promise<void>((resolve) => {
    importing.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Writing')) resolve()
    })
  })
  await Promise.race([writing, exited])
  await moment(() => importing.exitCode !== null)
  importing.kill('SIGKILL')
  await exited
  return said
}

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
    const said = await importAndKill(dataFile, roster, async () => setTimeout(ms))
    expect(said).toContain('Writing')
    await reopen(dataFile)
  })

  it('when part of it has reached the disk is wholly not there', async () => {
    const { dataFile, roster } = await stageRoster()
    const log = `${dataFile}-wal`
    const size = async () => (await stat(log).catch(() => null))?.size ?? 0
    const grown = async (ended: () => boolean) => {
      const before = await size()
      while ((await size()) <= before && !ended()) await setTimeout(1)
    }
    const said = await importAndKill(dataFile, roster, grown)
    expect(said).not.toContain('Done')
    expect(await size()).toBeGreaterThan(0)
    expect(await reopen(dataFile)).toBe(0)
  })

  it('after its end is wholly there', async () => {
    const { dataFile, roster } = await stageRoster()
    const said = await importAndKill(dataFile, roster, async (ended) => {
      while (!ended()) await setTimeout(5)
    })
    expect(said).toContain('Done')
    expect(await reopen(dataFile)).toBe(people)
  })
})
