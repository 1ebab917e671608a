import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { previewImport } from '#main/features/roster/importRoster.ts'
import { ImportWorker } from '#main/jobs/importWorker.ts'
import { putBack, takeApart } from '#main/jobs/pieces.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { newCall, Office, refusalOf, today } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => {
  office = await Office.open()
})

afterEach(() => office.close())

const rows = (count: number): string =>
  `Last name,First name,Student ID\n${Array.from({ length: count }, (_, n) => `Li,Ann,${String(n).padStart(6, '0')}\n`).join('')}`

const look = (handle: string, cells: Record<string, string> = {}, signal?: AbortSignal) =>
  previewImport(office.workspace, { handle, programId: office.program.id, as: 'learners', cells }, newCall(signal))

describe('looking at a file again', () => {
  it('sees what was corrected, and what was stored meanwhile', async () => {
    const handle = office.stage('roster.csv', rows(3))
    expect((await look(handle)).rows[0]).toMatchObject({ action: 'create', person: { lastName: 'Li' } })
    expect((await look(handle, { A2: 'Poe' })).rows[0]!.person['lastName']).toBe('Poe')
    await office.apply(rows(2))
    expect((await look(handle)).rows.map(({ action }) => action)).toEqual(['unchanged', 'unchanged', 'create'])
    await office.workspace.current().undo(newCall())
    expect((await look(handle)).counts).toMatchObject({ create: 3 })
  })

  it('tells two files apart, and goes on after one that cannot be read', async () => {
    const [first, second] = [office.stage('a.csv', rows(1)), office.stage('b.csv', rows(2))]
    expect((await look(first)).counts.rows).toBe(1)
    expect((await look(second)).counts.rows).toBe(2)
    expect((await refusalOf(look(office.stage('c.pdf', '%PDF-1.7')))).code).toBe('unreadable_sheet')
    expect((await look(first)).counts.rows).toBe(1)
  })

  it('gives every row of a long file, in order', async () => {
    const preview = await look(office.stage('long.csv', rows(4500)))
    expect(preview.rows.map(({ row }) => row)).toEqual(Array.from({ length: 4500 }, (_, index) => index + 2))
  })
})

describe('a cancelled look', () => {
  it('ends at once with the reason, and the next one is answered', async () => {
    const handle = office.stage('long.csv', rows(20_000))
    const cancelled = refuse('cancelled', 'The job was cancelled.')
    const controller = new AbortController()
    const run = look(handle, {}, controller.signal)
    setTimeout(() => controller.abort(cancelled), 20)
    await expect(run).rejects.toBe(cancelled)
    expect((await look(office.stage('short.csv', rows(1)))).counts.rows).toBe(1)
  })

  it('that has not begun never does', async () => {
    const worker = new ImportWorker('roster')
    const bytes = new TextEncoder().encode(rows(1))
    const choices = { input: { programId: office.program.id, as: 'learners' as const }, today }
    const about = { path: office.workspace.current().path, handle: 'a', name: 'a.csv', bytes, choices }
    const cancelled = refuse('cancelled', 'The job was cancelled.')
    await expect(worker.run('previewImport', about, AbortSignal.abort(cancelled))).rejects.toBe(cancelled)
    expect(await worker.run('previewImport', about, new AbortController().signal)).toMatchObject({ file: 'a.csv' })
  })
})

describe('an answer in pieces', () => {
  it('is the answer again when they are put back', () => {
    const list = fc.array(fc.integer(), { maxLength: 6000, size: 'max' })
    fc.assert(
      fc.property(fc.record({ rows: list, problems: list, name: fc.string() }), (answer) => {
        const { rest, pieces } = takeApart(answer)
        for (const piece of pieces) putBack(rest, piece)
        expect(rest).toEqual(answer)
      }),
      { numRuns: 20 },
    )
  })
})
