// Imports a survey export into a data file in a process of its own, saying on stdout how far it is: the test kills it on the way.
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { applyResponses } from '#main/features/evaluation/importResponses.ts'
import { newCall, openWorkspace } from '#test/imports/support/office.ts'

const [dataFile = '', survey = '', programId = ''] = process.argv.slice(2)
const workspace = openWorkspace(dirname(dataFile))
await workspace.openPath(dataFile)
const { handle } = workspace.staging.put('survey.csv', await readFile(survey))
const call = { ...newCall(), progress: (step: string) => process.stdout.write(`${step}\n`) }
await applyResponses(workspace, { handle, programId }, call)
process.stdout.write('Done\n')
await workspace.close()
