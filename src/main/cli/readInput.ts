import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { refuse } from '#shared/kernel/problem.ts'

/** A value given as JSON, as `@file` with JSON in it, or as `-` for JSON on stdin. */
export async function readJson(source: string, option: string): Promise<unknown> {
  const json =
    source === '-' ? await text(process.stdin) : source.startsWith('@') ? await readText(source.slice(1)) : source
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch {
    throw refuse(
      'invalid_input',
      `What ${option} gives is not JSON. Give JSON, @ and a file name, or - for standard input.`,
    )
  }
}

/** @throws Refusal `file_missing` */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code
    if (why === 'ENOENT')
      throw refuse('file_missing', `There is no file ${basename(file)} there. Check the name and the folder.`)
    throw refuse(
      'file_missing',
      `The file ${basename(file)} cannot be read (${why}). Check that it is a file and may be read.`,
    )
  }
}

async function readText(file: string): Promise<string> {
  return (await readBytes(file)).toString('utf8')
}
