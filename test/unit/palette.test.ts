import { describe, expect, it } from 'vitest'
import { find } from '#renderer/app/palette/find.ts'
import {
  areProposed,
  draftOf,
  movePart,
  newDraft,
  proposeCohorts,
  yearChoices,
} from '#renderer/features/program/draft.ts'
import { foldText } from '#shared/kernel/text.ts'
import { programDraftSchema } from '#shared/program/schema.ts'

const items = ['Ruiz Ana aruiz@example.edu 00123456', 'Núñez Joán joan@example.edu', 'Anders Kim', 'Data: history'].map(
  (title) => ({ id: title, title, detail: '', text: foldText(title) }),
)
const found = (typed: string, limit = 10): string[] =>
  find(items, typed, limit).map(({ title }) => title.split(' ')[0]!)

describe('finding people and commands', () => {
  it('goes by the beginning of any word, those that begin with it first', () => {
    expect(found('an')).toEqual(['Anders', 'Ruiz'])
    expect(found('ana ru')).toEqual(['Ruiz'])
  })

  it('does not mind accents or case, and finds ids and addresses by any part from three letters on', () => {
    expect(found('NUNEZ joan')).toEqual(['Núñez'])
    expect(found('3456')).toEqual(['Ruiz'])
    expect(found('ui')).toEqual([])
  })

  it('shows the first when nothing is typed, and never more than asked for', () => {
    expect(found('', 2)).toEqual(['Ruiz', 'Núñez'])
    expect(found('an', 1)).toEqual(['Anders'])
  })
})

describe('the draft of a program', () => {
  it('is of the academic year of today, with the usual cohorts', () => {
    const draft = newDraft('2027-06-30')
    expect(draft.year).toBe(2026)
    expect(draft.cohorts.map(({ name }) => name)).toEqual([
      'Class of 2027',
      'Class of 2028',
      'Class of 2029',
      'Class of 2030',
    ])
    expect(programDraftSchema.safeParse({ ...draft, name: 'MD' }).success).toBe(true)
  })

  it('proposes other cohorts only while they are as proposed', () => {
    const proposed = proposeCohorts('gme', 2026)
    expect(areProposed(proposed, 'gme', 2026)).toBe(true)
    expect(areProposed([...proposed, { key: 'x', name: 'PGY-4' }], 'gme', 2026)).toBe(false)
    expect(
      areProposed(
        proposed.map((part) => ({ ...part, id: part.key })),
        'gme',
        2026,
      ),
    ).toBe(false)
  })

  it('keeps the ids of what is stored', () => {
    const stored = {
      id: 'a',
      revision: 1,
      name: 'MD',
      kind: 'ume',
      institution: '',
      year: 2026,
      learners: 0,
      coaches: 0,
      archivedOn: null,
    } as const
    expect(draftOf({ ...stored, cohorts: [{ id: 'c', name: 'Class of 2029' }], sites: [] }).cohorts).toEqual([
      { key: 'c', id: 'c', name: 'Class of 2029' },
    ])
  })

  it('offers the years around today, and the one chosen long ago', () => {
    expect(yearChoices('2026-11-22', 2019).map(({ label }) => label)).toEqual([
      '2019-20',
      '2024-25',
      '2025-26',
      '2026-27',
      '2027-28',
      '2028-29',
    ])
  })

  it('moves a part one step, and no further than the ends', () => {
    const parts = ['a', 'b', 'c'].map((name) => ({ key: name, name }))
    const names = (index: number, by: -1 | 1) =>
      movePart(parts, index, by)
        .map(({ name }) => name)
        .join('')
    expect([names(1, -1), names(1, 1), names(0, -1), names(2, 1)]).toEqual(['bac', 'acb', 'abc', 'abc'])
  })
})
