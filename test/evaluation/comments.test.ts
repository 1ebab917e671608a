import { describe, expect, test } from 'vitest'
import type { Comment } from '#shared/evaluation/responsesSchema.ts'
import { type Comments, commentsSchema } from '#shared/evaluation/resultSchema.ts'
import { commentsOf } from '#shared/evaluation/results/comments.ts'
import { type Audience, usualSharing } from '#shared/program/design/audiences.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

const written = (level: string, people: number, from = 0, site = 'North'): Comment[] =>
  Array.from({ length: people }, (_, at) => ({
    id: id(from + at),
    administrationId: id(999),
    respondent: `${level} ${at}`,
    item: 'comment',
    level,
    site,
    appointmentId: null,
    text: `${level} says ${at}`,
    themes: at % 3 === 0 ? ['Time'] : ['Trust', 'Time'],
  }))

function comments(
  all: readonly Comment[],
  audience: Audience = 'programDirector',
  about: Parameters<typeof commentsOf>[1] = { about: 'program', dataClass: 'ratings' },
  released: readonly (readonly Comment[])[] = [],
): Comments['groups'] {
  const before = released.map((own) => new Set(own.map((comment) => comment.id)))
  const found = commentsOf(all, about, 10, { audience, sharing: usualSharing }, 'level', before)
  expect(commentsSchema.safeParse(found).error).toBeUndefined()
  return found.groups
}

describe('comments', () => {
  test('of large groups are shown with their themes, by what is written most', () => {
    const groups = comments([...written('MS1', 12), ...written('MS2', 10, 50)])
    expect(groups.map(({ label, hidden, people }) => [label, hidden, people])).toEqual([
      ['Everybody', null, 22],
      ['MS1', null, 12],
      ['MS2', null, 10],
    ])
    expect(groups[1]!.themes).toEqual([
      { theme: 'Time', people: 12 },
      { theme: 'Trust', people: 8 },
    ])
    expect(groups[1]!.comments).toHaveLength(12)
  })

  test('of a small group are hidden, and the larger group’s, or the rest would be the small one’s', () => {
    const groups = comments([...written('MS1', 12), ...written('MS2', 4, 50)])
    expect(groups.map(({ label, hidden }) => [label, hidden])).toEqual([
      ['Everybody', null],
      ['MS1', 'complement'],
      ['MS2', 'small'],
    ])
    expect(groups.slice(1).every((group) => group.comments.length === 0 && group.themes.length === 0)).toBe(true)
  })

  test('many by few people are a small group’s', () => {
    const talkative = written('MS1', 12).map((comment, at) => ({ ...comment, respondent: `p${at % 3}` }))
    expect(comments(talkative).map(({ hidden }) => hidden)).toEqual(['small', 'small'])
  })

  test('are for those whom question 8 allows, and those on coaches for no coach', () => {
    const all = written('MS1', 12)
    expect(comments(all, 'dean')).toEqual([])
    expect(comments(all, 'coach')).not.toEqual([])
    expect(comments(all, 'coach', { about: 'coach', dataClass: 'ratings' })).toEqual([])
    expect(comments(all, 'coach', { about: 'self', dataClass: 'wellBeing' })).toEqual([])
  })
})

describe('comments after a release', () => {
  const first = written('MS1', 12)
  const release = (all: readonly Comment[]) => comments(all, 'programDirector', undefined, [first])

  test('are those of the release while too few have written since', () => {
    const [everybody] = release([...first, ...written('MS2', 9, 50)])
    expect(everybody).toMatchObject({ hidden: null, heldBack: true, people: 12 })
    expect(everybody!.comments.every(({ text }) => text.startsWith('MS1'))).toBe(true)
  })

  test('are all once enough have written since', () => {
    const [everybody] = release([...first, ...written('MS2', 10, 50)])
    expect(everybody).toMatchObject({ hidden: null, heldBack: false, people: 22 })
  })

  test('stay shown where one was taken out since', () => {
    expect(release(first.slice(3))[0]).toMatchObject({ hidden: null, heldBack: false, people: 9 })
  })

  test('of a group are hidden where they would say who of the few came later', () => {
    // 12 and then 10 more, of which 4 are of the same level.
    const all = [...first, ...written('MS1', 4, 50), ...written('MS2', 6, 70)]
    expect(release(all).map(({ label, hidden }) => [label, hidden])).toEqual([
      ['Everybody', null],
      ['MS1', 'complement'],
      ['MS2', 'small'],
    ])
  })
})

test('what a level and a site would give away together is hidden, whichever is looked at', () => {
  // Each level and each site has ten and more; MS1 at North has two.
  const all = [
    ...written('MS1', 2, 0),
    ...written('MS1', 12, 20, 'South').map((comment) => ({ ...comment, respondent: `S${comment.respondent}` })),
    ...written('MS2', 12, 40),
  ]
  const viewer = { audience: 'programDirector', sharing: usualSharing } as const
  const shown = (groupBy: 'level' | 'site') =>
    commentsOf(all, { about: 'program', dataClass: 'ratings' }, 10, viewer, groupBy, []).groups.flatMap(
      ({ label, hidden }) => (hidden ? [] : [label]),
    )
  expect([shown('level'), shown('site')]).toEqual([['Everybody', 'MS1', 'MS2'], ['Everybody']])
})

test('who may be counted already is counted for nobody new', () => {
  const nine = written('MS1', 9)
  const repeated = written('MS1', 5, 50).map((comment) => ({ ...comment, respondent: '' }))
  expect(comments([...nine, ...repeated])[0]).toMatchObject({ hidden: 'small' })
  expect(comments([...nine, ...repeated, ...written('MS2', 1, 90)])[0]).toMatchObject({ hidden: null, people: 10 })
})
