import { execFile } from 'node:child_process'
import { chmod } from 'node:fs/promises'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './support.ts'

const run = promisify(execFile)

export interface SmallDisk {
  readonly folder: string
  /** Whether it is a disk of its own: mounting needs Linux and the superuser. */
  readonly mounted: boolean
  makeReadOnly(): Promise<void>
}

/** A disk of 2 MB where that can be had; elsewhere an ordinary folder, which can be made read-only but is not small. */
export async function mountSmallDisk(): Promise<SmallDisk> {
  const folder = temporaryFolder()
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).then(
    () => true,
    () => false,
  )
  onTestFinished(async () => {
    if (mounted) await run('umount', ['-l', folder])
    else await chmod(folder, 0o700)
  })
  return {
    folder,
    mounted,
    makeReadOnly: async () => {
      if (mounted) await run('mount', ['-o', 'remount,ro', folder])
      else await chmod(folder, 0o500)
    },
  }
}
