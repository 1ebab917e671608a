import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { coaches } from '#main/features/roster/coaches.ts'
import { listCustomFields, saveCustomFields } from '#main/features/roster/customFields.ts'
import { learners } from '#main/features/roster/learners.ts'
import { addRow, editRows, erasePerson } from '#main/features/roster/service.ts'
import { listHistory } from '#main/features/workspace/repository.ts'
import { blankCoach } from '#shared/roster/blank.ts'
import {
  type CustomField,
  type CustomFieldDraft,
  customFieldKinds,
  readCustomValue,
} from '#shared/roster/customFields.ts'
import type { Learner, RosterKind } from '#shared/roster/schema.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

describe('a value of a program’s own field', () => {
  const read = (kind: CustomField['kind'], typed: string) => readCustomValue({ kind, choices: ['Blue', 'Café'] }, typed)

  test.each([
    ['text', '  two\u00A0words ', 'two words'],
    ['text', 'x'.repeat(501), null],
    ['number', '1,200.50', '1200.5'],
    ['number', '-3', '-3'],
    ['number', '.5', '0.5'],
    ['number', '1,234,567', '1234567'],
    ['number', '0,125', null],
    ['number', '0.1234,567', null],
    ['number', '-', null],
    ['number', '12a', null],
    ['number', '1,20', null],
    ['number', '1234567890123456', null],
    ['date', '7/1/26', '2026-07-01'],
    ['date', '2/30/2026', null],
    ['choice', 'CAFE', 'Café'],
    ['choice', 'Red', null],
    ['yesNo', 'Y', 'yes'],
    ['yesNo', 'false', 'no'],
    ['yesNo', 'maybe', null],
    ['date', '', ''],
  ] as const)('of %s: %j is stored as %j', (kind, typed, stored) => {
    expect(read(kind, typed)).toBe(stored)
  })

  const typing = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.stringMatching(/^-?[0-9]{1,12}(\.[0-9]{1,9})?$/),
    fc.constantFrom('0.0000001', 'YES', 'blue', '1 Jul 2026', '13/1/26'),
  )

  test('that was stored is read as itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...customFieldKinds), typing, (kind, typed) => {
        const stored = read(kind, typed) ?? ''
        expect(read(kind, stored)).toBe(stored)
      }),
    )
  })
})

describe('a program’s own fields', () => {
  const save = (desk: Desk, fields: CustomFieldDraft[], appliesTo: RosterKind = 'learners') =>
    saveCustomFields(desk.file, { programId: desk.programId, appliesTo, fields }, on(start))

  const edit = (desk: Desk, row: Learner, custom: Record<string, string>) =>
    editRows(
      desk.file,
      learners,
      { programId: desk.programId, edits: [{ id: row.id, revision: row.revision, set: { custom } }] },
      on(start),
    )

  const color = { name: 'Color', kind: 'choice', choices: ['Blue', 'Green'] } as const
  const fields = (): CustomFieldDraft[] => [
    { ...color, choices: [...color.choices] },
    { name: 'Visa until', kind: 'date', choices: [] },
  ]

  it('hold what their kind takes, one change at a time, undone like any other', async () => {
    const desk = await Desk.open()
    const [colorField, visa] = await save(desk, fields())
    const row = await desk.addLearner('Garcia')
    const [once] = await edit(desk, row, { [colorField!.id]: 'blue', [visa!.id]: '7/1/2027' })
    expect(once!.custom).toEqual({ [colorField!.id]: 'Blue', [visa!.id]: '2027-07-01' })
    expect(once!.revision).toBeGreaterThan(row.revision)
    const before = await desk.everything()
    const [twice] = await edit(desk, once!, { [visa!.id]: '' })
    expect(twice!.custom).toEqual({ [colorField!.id]: 'Blue' })
    expect((await desk.learner('Garcia')).custom).toEqual(twice!.custom)
    expect((await listHistory(desk.file.db, { personId: row.personId, limit: 1 }))[0]!.changes).toEqual([
      { field: 'Visa until', before: 'Jul 1, 2027', after: null },
    ])
    await desk.file.undo(on(start))
    expect(await desk.everything()).toEqual(before)
    expect(await desk.findings()).toEqual([])
  })

  it('refuse what is no value of theirs, by cell, with nothing written', async () => {
    const desk = await Desk.open()
    const [colorField] = await save(desk, fields())
    const row = await desk.addLearner('Garcia')
    const problem = await problemOf(edit(desk, row, { [colorField!.id]: 'Red' }))
    expect(problem).toMatchObject({
      code: 'invalid_input',
      details: [{ path: `${row.id}.custom.${colorField!.id}`, message: 'Color takes one of Blue, Green, not “Red”.' }],
    })
    expect((await desk.learner('Garcia')).custom).toEqual({})
  })

  it('belong to learners or to coaches', async () => {
    const desk = await Desk.open()
    const [colorField] = await save(desk, fields())
    const [pager] = await save(desk, [{ name: 'Pager', kind: 'text', choices: [] }], 'coaches')
    const coach = { ...blankCoach(start), lastName: 'Wu', custom: { [pager!.id]: '0042' } }
    expect((await addRow(desk.file, coaches, desk.programId, coach, on(start))).custom).toEqual({ [pager!.id]: '0042' })
    const wrong = { ...coach, lastName: 'Lee', custom: { [colorField!.id]: 'Blue' } }
    expect((await problemOf(addRow(desk.file, coaches, desk.programId, wrong, on(start)))).code).toBe('invalid_input')
    expect((await listCustomFields(desk.file.db, desk.programId)).map(({ name }) => name)).toEqual([
      'Color',
      'Visa until',
      'Pager',
    ])
  })

  it('left out go with what they held, and come back by undo', async () => {
    const desk = await Desk.open()
    const [colorField, visa] = await save(desk, fields())
    const row = await desk.addLearner('Garcia')
    await edit(desk, row, { [colorField!.id]: 'Blue' })
    const before = await desk.everything()
    expect(await save(desk, [{ ...visa!, name: 'Visa' }])).toEqual([{ ...visa, name: 'Visa' }])
    expect((await desk.learner('Garcia')).custom).toEqual({})
    await desk.file.undo(on(start))
    expect(await desk.everything()).toEqual(before)
  })

  it('change their kind only where what they hold fits, and never share a name', async () => {
    const desk = await Desk.open()
    const [note] = await save(desk, [{ name: 'Year', kind: 'text', choices: [] }])
    const row = await desk.addLearner('Garcia')
    const [edited] = await edit(desk, row, { [note!.id]: '2,027' })
    await save(desk, [{ ...note!, kind: 'number' }])
    expect((await desk.learner('Garcia')).custom).toEqual({ [note!.id]: '2027' })
    expect(edited!.custom).toEqual({ [note!.id]: '2,027' })
    const problem = await problemOf(save(desk, [{ ...note!, kind: 'yesNo' }]))
    expect(problem).toMatchObject({ code: 'conflict', message: expect.stringContaining('such as “2027”') })
    expect((await problemOf(save(desk, [note!, { ...note!, id: undefined, name: 'YEAR' }]))).code).toBe('duplicate')
  })

  it('leave nothing behind of an erased person', async () => {
    const desk = await Desk.open()
    const [note] = await save(desk, [{ name: 'Note', kind: 'text', choices: [] }])
    const row = await desk.addLearner('Garcia')
    await edit(desk, row, { [note!.id]: 'Xanaduville' })
    const { revision } = await desk.person(row)
    await erasePerson(desk.file, { personId: row.personId, revision }, on(start))
    const changes = await desk.file.db.selectFrom('history_change').selectAll().execute()
    expect(JSON.stringify(changes)).not.toContain('Xanaduville')
    expect(await desk.findings()).toEqual([])
  })
})
