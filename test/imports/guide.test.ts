import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { importNoteCodes, importProblemCodes } from '#shared/imports/schema.ts'

const tableUnder = async (heading: string) => {
  const guide = await readFile(new URL('../../docs/guide/importing.md', import.meta.url), 'utf8')
  const chapter = guide.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
  return new Set([...chapter.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code))
}

it('the guide explains every problem code, and none that there is not', async () => {
  expect(await tableUnder('What may be found in a row')).toEqual(new Set(importProblemCodes))
})

it('the guide explains every note', async () => {
  expect(await tableUnder('What there may be to know')).toEqual(new Set(importNoteCodes))
})
