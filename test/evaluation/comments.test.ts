import { describe, expect, test } from 'vitest'
import type { Comment } from '#shared/evaluation/responsesSchema.ts'
import { type Comments, commentsSchema } from '#shared/evaluation/resultSchema.ts'
import { commentsOf } from '#shared/evaluation/results/comments.ts'
import { type Audience, usualSharing } from '#shared/program/design/audiences.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

const written = (level: string, people: number, from = 0): Comment[] =>
  Array.from({ length: people }, (_, at) => ({
    id: id(from + at),
    administrationId: id(999),
    respondent: `${level} ${at}`,
    item: 'comment',
    level,
    site: 'North',
    appointmentId: null,
    text: `${level} says ${at}`,
    themes: at % 3 === 0 ? ['Time'] : ['Trust', 'Time'],
  }))

function comments(
  all: readonly Comment[],
  audience: Audience = 'programDirector',
  about: Parameters<typeof commentsOf>[1] = { about: 'program', dataClass: 'ratings' },
): Comments['groups'] {
  const found = commentsOf(all, about, 10, { audience, sharing: usualSharing }, 'level')
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
