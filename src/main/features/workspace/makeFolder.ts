import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileRefusal } from '#main/database/sqliteErrors.ts'
import { Refusal, refuse } from '#shared/kernel/problem.ts'

/** Makes a folder, and those above it, where it is missing. @throws Refusal `read_only`, `disk_full` */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const known = fileRefusal(error, path)
    if (known instanceof Refusal && known.problem.code === 'disk_full') throw known
    throw refuse(
      'read_only',
      `The folder “${basename(path)}” cannot be made. Check that the folder above it may be written to, and that no file has this name.`,
    )
  }
}
