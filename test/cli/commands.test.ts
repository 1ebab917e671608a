import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '#test/cli/support/coachdesk.ts'

let desk: Desk
let data: string[]

const roster = [
  'Last name,First name,Level,Student ID,Email',
  'Okafor,Ada,M1,00012345,ada.okafor@example.edu',
  'Nguyễn,Minh,M2,00012346,minh.nguyen@example.edu',
].join('\n')

const newFile = async (): Promise<void> => {
  const made = await desk.run('new', desk.file('a.coachdesk'), '--program', 'Class of 2029', '--year', '2026')
  expect(made).toMatchObject({ code: 0, stderr: '' })
}

/** How many learners the first program has. */
const learners = async (): Promise<number | undefined> => {
  const { document } = await desk.json('programs', ...data)
  return (document as { programs: { learners: number }[] }).programs[0]?.learners
}

beforeEach(async () => {
  desk = await openDesk()
  data = ['--data', desk.file('a.coachdesk')]
  await writeFile(desk.file('roster.csv'), roster)
})
afterEach(() => desk.close())

describe('new', () => {
  test('makes a file with a program and says so', async () => {
    const { code, document } = await desk.json(
      'new',
      desk.file('gme.coachdesk'),
      '--program',
      'Medicine',
      '--kind',
      'gme',
      '--year',
      '2025',
    )
    expect(code).toBe(0)
    expect(document).toMatchObject({
      file: desk.file('gme.coachdesk'),
      programs: [
        {
          name: 'Medicine',
          kind: 'gme',
          year: 2025,
          learners: 0,
          cohorts: [{ name: 'PGY-1' }, { name: 'PGY-2' }, { name: 'PGY-3' }],
        },
      ],
    })
  })

  test('makes an empty file, and prints a report without --json', async () => {
    const { code, stdout, stderr } = await desk.run('new', desk.file('empty.coachdesk'))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(`Made ${desk.file('empty.coachdesk')}\nNo programs yet.\n`)
  })

  test.each([
    ['a year that is none', ['--program', 'A', '--year', '26'], /from 1990 to 2100/],
    ['a program without a name', ['--program', ' '], /Enter a name/],
  ])('makes nothing where it gets %s', async (_, args, sentence) => {
    const { code, stderr } = await desk.run('new', desk.file('b.coachdesk'), ...args)
    expect(code).toBe(1)
    expect(stderr).toMatch(sentence)
    await expect(readdir(desk.folder)).resolves.not.toContain('b.coachdesk')
  })

  test('names the folder that is not there', async () => {
    const { code, stderr } = await desk.run('new', desk.file('nowhere/b.coachdesk'))
    expect(code).toBe(1)
    expect(stderr).toContain('There is no folder')
  })

  test('makes the sample', async () => {
    const { code, document } = await desk.json('new', desk.file('sample.coachdesk'), '--sample')
    expect(code).toBe(0)
    expect(document).toMatchObject({ programs: [{ kind: 'ume' }, { kind: 'gme' }] })
    const check = await desk.json('check', desk.file('sample.coachdesk'))
    expect(check).toMatchObject({ code: 0, document: { ok: true } })
    const { tables } = check.document as { tables: unknown[] }
    expect(tables).toEqual(
      expect.arrayContaining([
        { name: 'enrolment', rows: 312 },
        { name: 'appointment', rows: 56 },
      ]),
    )
  })

  test('does not touch a file that is there', async () => {
    await writeFile(desk.file('mine.coachdesk'), 'mine')
    const { code, stderr, document } = await desk.json('new', desk.file('mine.coachdesk'), '--sample')
    expect(code).toBe(1)
    expect(document).toMatchObject({ refused: { code: 'conflict' } })
    expect(stderr).toContain('mine.coachdesk')
    expect(await readFile(desk.file('mine.coachdesk'), 'utf8')).toBe('mine')
  })
})

describe('import, undo, redo and history', () => {
  beforeEach(newFile)

  test('a dry run says what would change and changes nothing', async () => {
    const { code, document } = await desk.json(
      'import',
      desk.file('roster.csv'),
      ...data,
      '--as',
      'learners',
      '--dry-run',
    )
    expect(code).toBe(0)
    expect(document).toMatchObject({ file: 'roster.csv', format: 'csv', headerRow: 1, counts: { rows: 2, create: 2 } })
    expect(document).not.toHaveProperty('applied')
    expect(await learners()).toBe(0)
  })

  test('a dry run refuses what the import would refuse, in the same words', async () => {
    await writeFile(desk.file('nobody.csv'), 'Email,Campus\n,Main\n')
    await writeFile(desk.file('bad.csv'), `${roster}\n,,,00012399,\n`)
    for (const [file, options] of [
      ['nobody.csv', []],
      ['bad.csv', ['--bad-rows', 'refuse']],
    ] as const) {
      const args = ['import', desk.file(file), ...data, '--as', 'learners', ...options]
      const dry = await desk.json(...args, '--dry-run')
      expect(dry).toMatchObject({ code: 1, document: { refused: { code: 'invalid_rows' } } })
      expect(await desk.json(...args)).toEqual(dry)
    }
  })

  test.each([
    ['--mapping', '["lastName"]', 'Give an object such as {"C": "lastName"'],
    ['--mapping', '{"A": 7}', 'does not fit, at A.'],
    ['--mapping', '{"Z": "level"}', 'has no column Z'],
    ['--values', '{"status": "Gone"}', 'does not fit, at status.'],
    ['--policies', '{"site": "keep"}', 'Give an object such as {"site": "leave"}'],
  ])('%s %s is refused with what would be right', async (option, given, words) => {
    const args = ['import', desk.file('roster.csv'), ...data, '--as', 'learners', '--dry-run', option, given]
    const { code, stderr, document } = await desk.json(...args)
    expect({ code, document }).toMatchObject({ code: 1, document: { refused: { code: 'invalid_input' } } })
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/expected|received|record|Invalid input/)
  })

  test('an import is applied, once; undo takes it back, redo does it again', async () => {
    const args = ['import', desk.file('roster.csv'), ...data, '--as', 'learners', '--program', 'class OF 2029']
    expect(await desk.json(...args)).toMatchObject({
      code: 0,
      stderr: '',
      document: { applied: { counts: { create: 2 } } },
    })
    expect(await learners()).toBe(2)
    expect(await desk.json(...args)).toMatchObject({
      document: { applied: { entryId: null, counts: { unchanged: 2 } } },
    })

    expect(await desk.json('undo', ...data)).toMatchObject({
      code: 0,
      document: { label: expect.stringContaining('roster.csv') },
    })
    expect(await learners()).toBe(0)
    expect((await desk.run('redo', ...data)).stdout).toContain('Did again: Import 2 learners from roster.csv')
    expect(await learners()).toBe(2)

    const { document } = await desk.json('history', ...data)
    expect((document as { entries: { kind: string }[] }).entries.map((entry) => entry.kind)).toEqual([
      'redo',
      'undo',
      'do',
      'do',
    ])
    expect((await desk.run('history', ...data, '--limit', '1')).stdout).toContain('Redo: Import 2 learners')
  })

  test('columns can be named by hand', async () => {
    await writeFile(desk.file('odd.csv'), 'A,B\nOkafor,Ada\n')
    await writeFile(desk.file('mapping.json'), '{"A": "lastName", "B": "firstName"}')
    const args = [
      desk.file('odd.csv'),
      ...data,
      '--as',
      'coaches',
      '--header-row',
      '1',
      '--mapping',
      `@${desk.file('mapping.json')}`,
    ]
    expect(await desk.json('import', ...args)).toMatchObject({
      code: 0,
      document: { applied: { counts: { create: 1 } } },
    })
  })

  test('the report names the columns and the problems by cell', async () => {
    await writeFile(desk.file('roster.csv'), `${roster}\nRuiz,Ana,M9,00012347,not-an-address\n`)
    const { code, stdout } = await desk.run('import', desk.file('roster.csv'), ...data, '--as', 'learners')
    expect(code).toBe(0)
    expect(stdout).toContain('Imported roster.csv into Class of 2029')
    expect(stdout).toMatch(/!E4 .*not-an-address/)
  })

  test('what cannot be imported is refused by name', async () => {
    await writeFile(desk.file('roster.pdf'), '%PDF-1.7')
    const as = [...data, '--as', 'learners']
    expect(await desk.json('import', desk.file('roster.pdf'), ...as)).toMatchObject({
      code: 1,
      document: { refused: { code: 'unreadable_sheet' } },
    })
    expect(await desk.json('import', desk.file('none.xlsx'), ...as)).toMatchObject({
      code: 1,
      document: { refused: { code: 'file_missing' } },
    })
    expect(await desk.json('import', desk.folder, ...as)).toMatchObject({
      code: 1,
      document: { refused: { code: 'file_missing' } },
    })
    const other = await desk.json('import', desk.file('roster.csv'), ...as, '--program', 'Surgery')
    expect(other).toMatchObject({ code: 1, document: { refused: { code: 'not_found' } } })
    expect(other.stderr).toContain('“Class of 2029”')
  })

  test('undo with nothing to undo is refused', async () => {
    await desk.run('undo', ...data)
    expect(await desk.json('undo', ...data)).toMatchObject({ code: 1, document: { refused: { code: 'not_found' } } })
  })
})

describe('export, backup, restore and check', () => {
  beforeEach(newFile)

  test('a roster becomes a workbook, in place of an older one', async () => {
    const out = desk.file('Roster.xlsx')
    await writeFile(out, 'older')
    await desk.run('import', desk.file('roster.csv'), ...data, '--as', 'learners')
    expect(await desk.json('export', 'roster', ...data, '--out', out)).toMatchObject({
      code: 0,
      document: { file: out, program: 'Class of 2029' },
    })
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK')
  })

  test.each([
    ['export', 'roster', 'r.pdf', 'A roster is written as .xlsx, and r.pdf does not end so.'],
    ['design', 'export', 'd.pdf', 'A design is written as .docx, .xlsx or .ics, and d.pdf does not end so.'],
  ])('%s %s says which endings a file may have', async (command, what, name, words) => {
    const { code, stderr } = await desk.run(command, what, ...data, '--out', desk.file(name))
    expect(code).toBe(1)
    expect(stderr).toContain(words)
    expect(await readdir(desk.folder)).not.toContain(name)
  })

  test('a workbook that cannot be written is refused, and leaves nothing behind', async () => {
    const missing = desk.file('none/Roster.xlsx')
    expect(await desk.json('export', 'roster', ...data, '--out', missing)).toMatchObject({
      code: 1,
      document: { refused: { code: 'file_missing' } },
    })
    await mkdir(desk.file('folder.xlsx'))
    expect(await desk.json('export', 'roster', ...data, '--out', desk.file('folder.xlsx'))).toMatchObject({ code: 1 })
  })

  test('a backup brings back what was changed after it, and restoring can be undone', async () => {
    const backup = await desk.json('backup', ...data)
    expect(backup).toMatchObject({ code: 0, document: { reason: 'manual' } })
    await desk.run('import', desk.file('roster.csv'), ...data, '--as', 'learners')
    expect(await learners()).toBe(2)

    const { id } = backup.document as { id: string }
    expect(await desk.json('restore', id, ...data)).toMatchObject({ code: 0, document: { restored: { id } } })
    expect(await learners()).toBe(0)
    expect(await desk.run('check', desk.file('a.coachdesk'))).toMatchObject({ code: 0, stderr: '' })

    const { document } = await desk.json('backups', ...data)
    const [newest] = (document as { backups: { id: string; reason: string }[] }).backups
    expect(newest?.reason).toBe('restore')
    await desk.run('restore', ...data)
    expect(await learners()).toBe(2)
  })

  test('without a name, the newest backup from before is restored, not the one that opening makes', async () => {
    await desk.run('backup', ...data)
    const { document } = await desk.json('backups', ...data)
    const [{ id }] = (document as { backups: [{ id: string }] }).backups
    // As if it were from yesterday, so that opening the changed file today backs it up.
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    const folder = desk.file('a backups')
    const yesterday = id.replace(/^[\d-]{10}/, day)
    await rename(join(folder, `a ${id}.coachdesk`), join(folder, `a ${yesterday}.coachdesk`))
    await desk.run('import', desk.file('roster.csv'), ...data, '--as', 'learners')
    const others = (await readdir(folder)).filter((name) => name !== `a ${yesterday}.coachdesk`)
    for (const name of others) await rm(join(folder, name))
    expect(await desk.json('restore', ...data)).toMatchObject({ code: 0, document: { restored: { id: yesterday } } })
    expect(await learners()).toBe(0)
  })

  test('a backup that nobody made is not found', async () => {
    expect(await desk.json('restore', 'yesterday', ...data)).toMatchObject({
      code: 1,
      document: { refused: { code: 'not_found' } },
    })
  })

  test('a sound file is sound, with its tables', async () => {
    expect(await desk.json('check', ...data)).toMatchObject({
      code: 0,
      stderr: '',
      document: { ok: true, findings: [] },
    })
    expect((await desk.run('check', desk.file('a.coachdesk'))).stdout).toMatch(/^The file is sound\.\n[^]*program +1\n/)
  })

  test('a file that is not one is refused', async () => {
    await writeFile(desk.file('letter.coachdesk'), 'Dear dean,')
    expect(await desk.json('check', desk.file('letter.coachdesk'))).toMatchObject({
      code: 1,
      document: { refused: { code: 'file_foreign' } },
    })
    expect(await desk.json('check', desk.file('none.coachdesk'))).toMatchObject({
      code: 1,
      document: { refused: { code: 'file_missing' } },
    })
  })
})
