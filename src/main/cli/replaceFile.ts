import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { refuse } from '#shared/kernel/problem.ts'

/** Complete or not at all: whoever opens the workbook at this moment finds the old one or the new one. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw cannotWrite(file, (error as NodeJS.ErrnoException).code)
  }
}

function cannotWrite(file: string, why: string | undefined): Error {
  const name = basename(file)
  if (why === 'ENOENT')
    return refuse('file_missing', `There is no folder ${dirname(file)} to write ${name} in. Make it first.`)
  if (why === 'ENOSPC')
    return refuse('disk_full', `The disk is full; ${name} was not written. Make room and try again.`)
  if (why === 'EBUSY' || why === 'EPERM')
    return refuse('read_only', `${name} was not written. Close it in Excel and try again.`)
  return refuse('read_only', `${name} was not written (${why}). Choose another folder with --out.`)
}
