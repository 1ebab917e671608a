import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/v4/core'
import { contract } from '#shared/contract.ts'
import { type Desk, openDesk } from '#test/cli/support/coachdesk.ts'

let desk: Desk
let data: string[]

beforeAll(async () => {
  desk = await openDesk()
  data = ['--data', desk.file('a.coachdesk')]
  await desk.run('new', desk.file('a.coachdesk'), '--program', 'Class of 2029', '--year', '2026')
})
afterAll(() => desk.close())

describe('call', () => {
  test('lists every procedure with its kind and what it does', async () => {
    const { document } = await desk.json('call', '--list')
    const { procedures } = document as { procedures: { name: string }[] }
    expect(procedures.map((procedure) => procedure.name)).toEqual(Object.keys(contract))
    expect(procedures[0]).toEqual({ name: 'jobs.list', kind: 'query', summary: contract['jobs.list'].summary })
  })

  test('reaches a query, with a data file or without', async () => {
    const open = await desk.json('call', 'workspace.info', ...data)
    expect(open).toMatchObject({ code: 0, stderr: '', document: { surface: 'commandLine', file: { name: 'a' } } })
    expect(z.safeParse(contract['workspace.info'].output, open.document).success).toBe(true)
    expect(await desk.json('call', 'workspace.info')).toMatchObject({ code: 0, document: { file: null } })
  })

  test('reaches a mutation, with input from the line, a file or standard input', async () => {
    await writeFile(desk.file('in.json'), `\uFEFF${draft('From a file')}`)
    const inLine = await desk.run('call', 'program.create', ...data, '--input', draft('From the line'))
    const inFile = await desk.run('call', 'program.create', ...data, '--input', `@${desk.file('in.json')}`)
    const stdin = await desk.runWith({ stdin: draft('From a pipe') }, 'call', 'program.create', ...data, '--input', '-')
    const names = [inLine, inFile, stdin].map(({ stdout }) => (JSON.parse(stdout) as { name: string }).name)
    expect(names).toEqual(['From the line', 'From a file', 'From a pipe'])
  })

  test('waits for a job and prints its result', async () => {
    expect(await desk.json('call', 'workspace.createBackup', ...data)).toMatchObject({
      code: 0,
      document: { reason: 'manual' },
    })
  })

  test('hands a file over first where a procedure needs one', async () => {
    await writeFile(desk.file('coaches.csv'), 'Last name,First name\nOkafor,Ada\n')
    const { document } = await desk.json('call', 'program.list', ...data)
    const [program] = document as { id: string }[]
    const input = JSON.stringify({ programId: program!.id, as: 'coaches' })
    const preview = await desk.json(
      'call',
      'roster.previewImport',
      ...data,
      '--input',
      input,
      '--stage',
      desk.file('coaches.csv'),
    )
    expect(preview).toMatchObject({ code: 0, document: { file: 'coaches.csv', counts: { create: 1 } } })
  })

  test.each([
    ['a procedure that is not there', ['program.nothing'], 'unknown_procedure'],
    ['a name of every object', ['constructor'], 'unknown_procedure'],
    ['an input that does not fit', ['program.create', '--input', '{"name": 7}'], 'invalid_input'],
    ['an input that is not JSON', ['program.list', '--input', '{name}'], 'invalid_input'],
    ['an input file that is not there', ['program.list', '--input', '@none.json'], 'file_missing'],
    ['no procedure', [], 'invalid_input'],
  ])('refuses %s', async (_, args, code) => {
    const answer = await desk.json('call', ...args, ...data)
    expect(answer).toMatchObject({ code: 1, document: { refused: { code } } })
    expect(answer.stderr).not.toBe('')
  })

  test('names the fields that do not fit on stderr', async () => {
    const { stderr, stdout } = await desk.run(
      'call',
      'program.create',
      ...data,
      '--input',
      '{"name": 7, "kind": "ume", "year": 2026, "cohorts": [], "sites": []}',
    )
    expect(stderr).toMatch(/program\.create.*name: it has to be text in quotes/)
    expect(stdout).toBe('')
  })

  test('refuses a call that needs an open file, without one', async () => {
    expect(await desk.json('call', 'program.list')).toMatchObject({
      code: 1,
      document: { refused: { code: 'no_file' } },
    })
  })
})

describe('exit codes', () => {
  test.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['new', 'x.coachdesk', '--colour', 'red']],
    ['a missing option', ['undo']],
    ['a missing argument', ['new']],
    ['a word that is no choice', ['new', 'x.coachdesk', '--kind', 'school']],
    ['a year that is no number', ['new', 'x.coachdesk', '--year', 'next']],
    ['a port that is no number', ['serve', '--port', 'http']],
  ])('1 for %s, with one sentence on stderr', async (_, args) => {
    const { code, document, stderr } = await desk.json(...args)
    expect({ code, document }).toMatchObject({ code: 1, document: { refused: { code: 'invalid_input' } } })
    expect(stderr).toMatch(/^[^\n]+\. See --help\.\n$/)
  })

  test('0 for help, on stdout', async () => {
    const { code, stdout, stderr } = await desk.run('import', '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('--dry-run')
    expect(stdout).toContain('--json')
  })

  test('2 for a bug, with a reference into the log and no stack', async () => {
    // Settings that cannot be written, because a file is where their folder should be: nobody planned for that.
    await writeFile(desk.file('not-a-folder'), '')
    const env = { COACHDESK_SETTINGS_FOLDER: desk.file('not-a-folder') }
    const args = ['call', 'workspace.setActor', '--input', '{"name": "Ana"}']
    const { code, stdout, stderr } = await desk.runWith({ env }, ...args, '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      fault: { code: 'fault', reference: expect.stringMatching(/^[A-Z2-9]{6}$/) },
    })
    expect(stderr).not.toMatch(/ENOTDIR|EEXIST|\.ts/)
  })
})

function draft(name: string): string {
  return JSON.stringify({ name, kind: 'gme', year: 2026, cohorts: [], sites: [] })
}
