import { describe, expect, test } from 'vitest'
import { answerTexts, stepsOf, withMeaning } from '#renderer/features/evaluation/importing/answerTexts.ts'
import type { ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import { shippedInstrument } from '#test/evaluation/support/waves.ts'

const { items } = shippedInstrument('coachFeedback')
const item = (key: string) => items.find((one) => one.key === key)!

type Preview = Pick<ResponsePreview, 'labels' | 'problems'>
const label = (key: string, text: string, value: number | null): Preview['labels'][number] => ({
  item: key,
  text,
  value,
  reason: 'As it says',
})
const beyond = (field: string, value: string): Preview['problems'][number] => ({
  row: 4,
  sheet: 'survey',
  column: 'R',
  field,
  level: 'warning',
  code: 'outOfRange',
  value,
  message: `Row 4: “${value}” was left out.`,
})
const read = (preview: Partial<Preview>, said = {}) =>
  answerTexts({ labels: [], problems: [], ...preview }, items, said).map(({ text, value, items: of }) => [
    text,
    value,
    of.map(({ key }) => key).join(' '),
  ])

describe('answers that are no plain figure', () => {
  const preview = {
    labels: [label('rapport', 'Agree', 4), label('safety', 'Agree', 4), label('rapport', 'Teils', null)],
    problems: [beyond('safety', '7'), beyond('rapport', '7')],
  }

  test('stand once for all items of a scale, what is in no figure first', () => {
    expect(read(preview)).toEqual([
      ['7', null, 'safety rapport'],
      ['Teils', null, 'rapport'],
      ['Agree', 4, 'rapport safety'],
    ])
  })

  test('keep their place once their meaning is said, also where the file does not show them any more', () => {
    const seven = answerTexts(preview, items).find(({ text }) => text === '7')!
    const said = withMeaning({}, seven, 5)
    expect(said).toEqual({ rapport: { 7: '5' }, safety: { 7: '5' } })
    expect(read({ labels: preview.labels }, said)[0]).toEqual(['7', 5, 'safety rapport'])
    expect(read({ labels: preview.labels }, withMeaning(said, seven, null))[0]).toEqual(['7', null, 'safety rapport'])
  })

  test('of a yes or no stand apart from those of a scale', () => {
    const yes = { labels: [label('rapport', 'Ja', null), label('keepCoach', 'Ja', null)] }
    expect(read(yes)).toEqual([
      ['Ja', null, 'rapport'],
      ['Ja', null, 'keepCoach'],
    ])
  })
})

test('an answer can stand for each step of its scale, by its label where there is one', () => {
  expect(stepsOf(item('rapport')).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5])
  expect(stepsOf(item('rapport'))[4]!.label).toBe('Strongly agree')
  expect(stepsOf(item('keepCoach')).map(({ value, label: words }) => [value, words])).toEqual([
    [0, 'No'],
    [1, 'Yes'],
  ])
  const percent = { ...item('rapport'), kind: 'number' as const, scale: { min: 0, max: 100, labels: [] } }
  expect(stepsOf(percent)).toEqual([])
})
