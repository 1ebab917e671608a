import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tasksToShow } from '#renderer/features/home/tasksToShow.ts'
import { yearBar } from '#renderer/features/home/yearBar.ts'
import { addDays } from '#shared/kernel/plainDate.ts'
import type { Calendar, Phase, Task } from '#shared/program/calendarSchema.ts'

const task = (key: string, due: string, status: Task['status']): Task => ({
  key,
  title: key,
  detail: '',
  from: due,
  due,
  place: 'design',
  question: null,
  status,
  done: null,
})

const phase = (key: string, from: string, to: string): Phase => ({ key, title: key, from, to })

const calendar = (parts: Partial<Calendar> = {}): Calendar => ({
  year: 2026,
  from: '2026-07-01',
  to: '2027-06-30',
  today: '2026-11-22',
  phases: [],
  tasks: [],
  alerts: [],
  headlines: [],
  ...parts,
})

describe('the bar of a year', () => {
  it('has twelve months that fill it, from July', () => {
    const { months } = yearBar(calendar())
    expect(months.map(({ label }) => label).join(' ')).toBe('Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr May Jun')
    expect(months[0]!.left).toBe(0)
    expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
  })

  it('marks today, and nothing in another year', () => {
    expect(yearBar(calendar()).now).toBeCloseTo((144 / 365) * 100)
    expect(yearBar(calendar({ today: '2027-07-01' })).now).toBeNull()
  })

  it('puts overlapping phases into rows of their own, and says which are now', () => {
    const { rows } = yearBar(
      calendar({
        phases: [
          phase('b', '2026-10-01', '2026-12-31'),
          phase('a', '2026-07-01', '2026-10-31'),
          phase('c', '2026-11-01', '2027-01-31'),
        ],
      }),
    )
    expect(rows.map((row) => row.map(({ phase: { key }, isNow }) => `${key}${isNow ? '*' : ''}`))).toEqual([
      ['a', 'c*'],
      ['b*'],
    ])
  })

  it('never lets phases of a row overlap', () => {
    const days = fc.integer({ min: 0, max: 364 })
    fc.assert(
      fc.property(fc.array(fc.tuple(days, days), { maxLength: 20 }), (pairs) => {
        const phases = pairs.map(([one, other], index) =>
          phase(
            String(index),
            addDays('2026-07-01', Math.min(one, other)),
            addDays('2026-07-01', Math.max(one, other)),
          ),
        )
        const { rows } = yearBar(calendar({ phases }))
        expect(rows.flat()).toHaveLength(phases.length)
        const ends = (row: (typeof rows)[number]) => row.slice(0, -1).map(({ left, width }) => left + width)
        const overlaps = rows.flatMap((row) => ends(row).filter((end, index) => end > row[index + 1]!.left + 1e-9))
        expect(overlaps).toEqual([])
      }),
    )
  })

  it('makes one mark of the tasks of a day, as pressing as the most pressing', () => {
    const { marks } = yearBar(
      calendar({
        tasks: [task('a', '2026-09-01', 'done'), task('b', '2026-09-01', 'late'), task('c', '2028-01-01', 'later')],
      }),
    )
    expect(marks).toEqual([
      { on: '2026-09-01', left: expect.closeTo((62 / 365) * 100), status: 'late', titles: ['a', 'b'] },
    ])
  })
})

describe('the tasks to be seen at once', () => {
  it('are what is late and due, and the next three', () => {
    const later = ['1', '2', '3', '4'].map((key) => task(key, `2027-01-0${key}`, 'later'))
    const { shown, others } = tasksToShow([
      task('done', '2026-08-01', 'done'),
      task('late', '2026-09-01', 'late'),
      task('due', '2026-12-01', 'due'),
      ...later,
    ])
    expect(shown.map(({ key }) => key)).toEqual(['late', 'due', '1', '2', '3'])
    expect(others).toBe(2)
  })
})
