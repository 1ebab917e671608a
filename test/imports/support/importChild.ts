// Imports a roster into a data file in a process of its own, saying on stdout how far it is: the test kills it on the way.
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { applyImport } from '#main/features/roster/importRoster.ts'
import { newCall, openWorkspace } from '#test/imports/support/office.ts'

const [dataFile = '', roster = '', programId = ''] = process.argv.slice(2)
const workspace = openWorkspace(dirname(dataFile))
await workspace.openPath(dataFile)
const { handle } = workspace.staging.put('roster.csv', await readFile(roster))
const call = { ...newCall(), progress: (step: string) => process.stdout.write(`${step}\n`) }
await applyImport(workspace, { handle, programId, as: 'learners', badRows: 'skip' }, call)
process.stdout.write('Done\n')
await workspace.close()
