import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** When to kill, counted from when the process says that it is writing. @param ended whether it is over by itself */
export type Moment = (ended: () => boolean) => Promise<void>

/** Runs a program that imports in another process, and kills it at a moment. @returns what it said until then */
export async function runAndKill(program: string, args: readonly string[], moment: Moment): Promise<string> {
  const importing = spawn(process.execPath, [program, ...args])
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

export const after =
  (ms: number): Moment =>
  async () =>
    setTimeout(ms)

/** When part of what is written has reached the disk: the log of the data file has grown. */
export const onceOnDisk =
  (dataFile: string): Moment =>
  async (ended) => {
    const before = await logSize(dataFile)
    while ((await logSize(dataFile)) <= before && !ended()) await setTimeout(1)
  }

export const atItsEnd: Moment = async (ended) => {
  while (!ended()) await setTimeout(5)
}

export const logSize = async (dataFile: string): Promise<number> =>
  (await stat(`${dataFile}-wal`).catch(() => null))?.size ?? 0
