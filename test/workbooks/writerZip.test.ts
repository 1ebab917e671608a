import * as fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openZip } from '#main/spreadsheets/package/zip.ts'
import { packParts, type ZipParts } from '#main/spreadsheets/write/zipParts.ts'
import { askOpenpyxl } from '#test/support/otherOffice.ts'

const instant = new Date('2026-11-22T09:00:00.000Z')

it('packs any parts so that they come out again', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9]{1,8})?\.xml$/), { maxLength: 20 })
  fc.assert(
    fc.property(
      names,
      fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 20, maxLength: 20 }),
      (all, contents) => {
        const parts: ZipParts = new Map(all.map((name, index) => [name, contents[index]!]))
        const zip = openZip(packParts(parts, instant))
        expect(zip.names).toEqual(all)
        for (const [name, content] of parts) expect(Buffer.compare(zip.read(name), content)).toBe(0)
      },
    ),
  )
})

it('packs a zip that others find nothing wrong with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-zip-'))
  try {
    const path = join(folder, 'parts.zip')
    const parts: ZipParts = new Map([
      ['[Content_Types].xml', new TextEncoder().encode('<Types/>')],
      ['xl/empty.xml', new Uint8Array()],
      ['xl/long.xml', new TextEncoder().encode('<row/>'.repeat(100_000))],
    ])
    writeFileSync(path, packParts(parts, instant))
    const script = `
import json, sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
print(json.dumps([zip.testzip(), [[i.filename, i.file_size, i.date_time] for i in zip.infolist()]]))`
    const at = [2026, 11, 22, 9, 0, 0]
    expect(askOpenpyxl(script, [path])).toEqual([
      null,
      [
        ['[Content_Types].xml', 8, at],
        ['xl/empty.xml', 0, at],
        ['xl/long.xml', 600_000, at],
      ],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
