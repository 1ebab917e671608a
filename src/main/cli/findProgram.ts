import type { Client } from '#shared/contract/client.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'

/** The program of that name, in any case; the first of the file where no name is given. @throws Refusal `not_found` */
export async function findProgram(client: Client, name: string | undefined): Promise<Program> {
  const programs = await client.call('program.list', {})
  const found = name === undefined ? programs[0] : programs.find((program) => key(program.name) === key(name))
  if (found) return found
  if (programs.length === 0)
    throw refuse('not_found', 'The file has no program yet. Start one with: new FILE --program NAME')
  const names = programs.map((program) => `“${program.name}”`).join(', ')
  throw refuse('not_found', `There is no program “${name}” in the file. It has ${names}.`)
}

function key(name: string): string {
  return foldText(tidyText(name))
}
