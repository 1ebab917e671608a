import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rejectionsOf, rowEdits, storedPatch } from '#renderer/features/roster/edits.ts'
import { fieldIdOf, fieldKey } from '#renderer/features/roster/fields/fieldColumns.ts'
import { draftOf, type FieldDraft, moved, readDrafts } from '#renderer/features/roster/fields/fieldDrafts.ts'
import { detailGroups } from '#renderer/features/roster/details.ts'
import { blankLearner } from '#shared/roster/blank.ts'

const draft = (key: string, name: string, part: Partial<FieldDraft> = {}): FieldDraft => ({
  key,
  name,
  kind: 'text',
  choices: '',
  ...part,
})

describe('the fields of a program as they are typed', () => {
  it('are read back as they are stored', () => {
    const stored = {
      id: '019a0000-0000-7000-8000-000000000101',
      appliesTo: 'learners' as const,
      name: 'Group',
      kind: 'choice' as const,
      choices: ['Red', 'Blue'],
    }
    const { id, name, kind, choices } = stored
    expect(readDrafts([draftOf(stored)])).toEqual({ fields: [{ id, name, kind, choices }], errors: new Map() })
  })
  it('have choices only where they are chosen from, each once', () => {
    const { fields } = readDrafts([
      draft('a', 'Note', { choices: 'left from before' }),
      draft('b', 'Group', { kind: 'choice', choices: ' Red \n\nBlue\nRed' }),
    ])
    expect(fields.map(({ choices }) => choices)).toEqual([[], ['Red', 'Blue']])
  })
  it('say at which field what is wrong', () => {
    const { errors } = readDrafts([
      draft('a', ' '),
      draft('b', 'Group', { kind: 'choice' }),
      draft('c', 'group'),
      draft('d', 'x'.repeat(61)),
    ])
    expect([...errors.keys()]).toEqual(['a.name', 'b.choices', 'c.name', 'd.name'])
    expect(errors.get('c.name')).toBe('Another field has this name.')
  })
  it('move a place at a time, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), (list, at) => {
        const index = at % list.length
        expect(moved(moved(list, index, 1), Math.min(index + 1, list.length - 1), -1)).toEqual(
          index + 1 < list.length ? list : moved(list, index, -1),
        )
      }),
    )
  })
})

describe('a value of an own field', () => {
  const row = { ...blankLearner('2026-07-01'), id: 'r', revision: 3 }
  const key = fieldKey('f1')

  it('goes with the others of its row, and is emptied by a blank', () => {
    const edits = [
      { rowId: 'r', key, value: 3 },
      { rowId: 'r', key: fieldKey('f2'), value: null },
      { rowId: 'r', key: 'track', value: null },
    ]
    expect(rowEdits(new Map([['r', row]]), edits)).toEqual([
      { id: 'r', revision: 3, set: { custom: { f1: '3', f2: '' }, track: '' } },
    ])
    expect(storedPatch(row, [{ key, value: 'x' }])).toEqual({ custom: { f1: 'x' } })
  })
  it.each(['r.custom.f1', 'edits.0.set.custom.f1'])('is refused at its cell by %s', (path) => {
    const edits = [
      { rowId: 'r', key: 'track', value: 'a' },
      { rowId: 'r', key, value: 'b' },
    ]
    const sent = rowEdits(new Map([['r', row]]), edits)
    const problem = { code: 'invalid_input' as const, message: 'No.', details: [{ path, message: 'No.' }] }
    expect(rejectionsOf(problem, sent, edits)).toEqual([{ rowId: 'r', key, message: 'No.' }])
  })
  it('has a group of its own beside the person, where there is any', () => {
    expect(fieldIdOf('track')).toBeNull()
    const titles = (keys: string[]) =>
      detailGroups(
        'learners',
        keys.map((one) => ({ key: one })),
      ).map(({ title }) => title)
    expect(titles(['track'])).not.toContain('Own fields')
    expect(titles(['track', key]).slice(-2)).toEqual(['Own fields', 'Anything else'])
  })
})
