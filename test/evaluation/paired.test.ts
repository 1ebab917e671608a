import { expect, test } from 'vitest'
import { pairedGroups } from '#shared/evaluation/results/paired.ts'
import { type Audience, usualSharing } from '#shared/program/design/audiences.ts'

const learners = (level: string, paired: number, without: number) =>
  Array.from({ length: paired + without }, (_, at) => ({ level, site: 'North', isPaired: at < paired }))

const shown = (audience: Audience, all: ReturnType<typeof learners>) =>
  pairedGroups(all, 5, { audience, sharing: usualSharing }).map(({ group, learners: of, paired, hidden }) => [
    group,
    of,
    hidden ?? paired,
  ])

test('who sees participation in sum alone sees of no small group who has a coach, nor can work it out', () => {
  const all = [...learners('MS1', 12, 0), ...learners('MS2', 8, 3), ...learners('MS3', 0, 2)]
  expect(shown('dean', all)).toEqual([
    ['Everybody', 25, 20],
    ['MS1', 12, 12],
    ['MS2', 11, 'complement'],
    ['MS3', 2, 'small'],
    ['North', 25, 20],
  ])
  expect(shown('programDirector', all).map(([, , paired]) => paired)).toEqual([20, 12, 8, 0, 20])
})
