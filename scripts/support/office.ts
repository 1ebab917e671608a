import { aptInstall } from '#scripts/support/debian.ts'
import { run } from '#scripts/support/run.ts'

/**
 * Makes sure of the two other programs that read what Coachdesk writes: LibreOffice and openpyxl. Installs them on
 * Debian as root; throws with what to install elsewhere.
 */
export async function ensureOffice(): Promise<void> {
  if ((await missing()).length === 0) return
  await aptInstall('libreoffice-calc', 'python3-openpyxl')
  const still = await missing()
  if (still.length > 0) throw new Error(`The workbook tests need ${still.join(' and ')}. Install it, and test again.`)
}

async function missing(): Promise<string[]> {
  const office = await anyRuns(officePrograms(), ['--version'])
  const openpyxl = await anyRuns(['/usr/bin/python3', 'python3', 'python'], ['-c', 'import openpyxl'])
  return [...(office ? [] : ['LibreOffice']), ...(openpyxl ? [] : ['Python with openpyxl'])]
}

function officePrograms(): string[] {
  return [
    'soffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:/Program Files/LibreOffice/program/soffice.com',
  ]
}

async function anyRuns(programs: readonly string[], args: readonly string[]): Promise<boolean> {
  for (const program of programs) if ((await run(program, args, { timeout: 60_000 })).ok) return true
  return false
}
