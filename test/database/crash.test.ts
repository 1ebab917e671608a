import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDataFile } from '#main/database/openDataFile.ts'
import { addPerson, newDataFile } from './support.ts'

/** Starts a write of 3,000 people in another process, and kills it so many milliseconds into the write. */
async function killDuringWrite(path: string, delay: number): Promise<void> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'writeMany.ts'), path, '3000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    writer.kill('SIGKILL')
  })
  await once(writer.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, delay))
  writer.kill('SIGKILL')
  await once(writer, 'exit')
}

test('a process killed in the middle of a big write leaves it wholly there or wholly not', async () => {
  const file = await newDataFile()
  await addPerson(file)
  await file.close()
  let people = 1
  for (const delay of [0, 20, 60, 150, 400]) {
    await killDuringWrite(file.path, delay)
    const again = await openDataFile(file.path)
    const found = (await again.db.selectFrom('person').select('id').execute()).length
    const entries = (await again.db.selectFrom('history_entry').select('id').execute()).length
    expect([people, people + 3000]).toContain(found)
    expect(entries).toBe(1 + (found - 1) / 3000)
    expect((await again.check()).findings).toEqual([])
    await again.close()
    people = found
  }
})
