import { existsSync } from 'node:fs'
import { run } from '#scripts/support/run.ts'

/** Installs Debian packages where that is possible without asking: on Debian or Ubuntu, as root. */
export async function aptInstall(...packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  console.log(`Installing ${packages.join(' and ')} with apt-get.`)
  await run('apt-get', ['update'], { env })
  const { ok, output } = await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env })
  if (!ok) console.error(output)
  return ok
}
