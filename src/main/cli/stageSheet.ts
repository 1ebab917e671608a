import { basename } from 'node:path'
import { findProgram } from '#main/cli/findProgram.ts'
import { readBytes, readJson } from '#main/cli/readInput.ts'
import type { Client } from '#shared/contract/client.ts'
import type { ImportOptions } from '#shared/imports/schema.ts'
import type { Program } from '#shared/program/schema.ts'

/** What the command line says of any spreadsheet that is imported. */
export interface SheetOptions {
  data: string
  program?: string
  dryRun?: true
  sheet?: string
  headerRow?: number
  mapping?: string
}

export interface GivenSheet {
  readonly name: string
  readonly bytes: Buffer
  /** As it was given; the import says whether it fits. */
  readonly mapping: ImportOptions['mapping']
}

/** Reads a spreadsheet and what is said of its columns, before a data file is opened. @throws Refusal `invalid_input` */
export async function readSheet(file: string, { mapping }: SheetOptions): Promise<GivenSheet> {
  const bytes = await readBytes(file)
  const given = mapping === undefined ? undefined : await readJson(mapping, '--mapping')
  return { name: basename(file), bytes, mapping: given as ImportOptions['mapping'] }
}

/** Hands a spreadsheet to the app: the program it is for, and how it is to be read. */
export async function stageSheet(
  client: Client,
  { name, bytes, mapping }: GivenSheet,
  { program: wanted, sheet, headerRow }: SheetOptions,
): Promise<{
  program: Program
  input: Pick<ImportOptions, 'handle' | 'programId' | 'sheet' | 'headerRow' | 'mapping'>
}> {
  const program = await findProgram(client, wanted)
  const { handle } = await client.call('workspace.stageFile', { name, base64: bytes.toString('base64') })
  return {
    program,
    input: {
      handle,
      programId: program.id,
      ...(sheet !== undefined && { sheet }),
      ...(headerRow !== undefined && { headerRow }),
      ...(mapping !== undefined && { mapping }),
    },
  }
}
