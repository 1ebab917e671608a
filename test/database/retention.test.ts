import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/kernel/plainDate.ts'
import { type AgedBackup, backupsToKeep } from '#shared/workspace/retention.ts'

const today = '2026-08-15'

const backup = (daysAgo: number, minute: number, index = 0): AgedBackup => {
  const day = addDays(today, -daysAgo)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return { id: `${daysAgo}/${clock}/${index}`, madeAt: `${day}T${clock}:00.${String(index).padStart(3, '0')}Z`, day }
}

const backups = fc
  .array(fc.record({ daysAgo: fc.integer({ min: -2, max: 500 }), minute: fc.nat(1439) }), { maxLength: 80 })
  .map((all) => all.map(({ daysAgo, minute }, index) => backup(daysAgo, minute, index)))

test('3 of today, one a day for 10 days, one a month for 12', () => {
  const all = [
    ...[1, 2, 3, 4, 5].map((minute) => backup(0, minute)),
    ...Array.from({ length: 400 }, (_, ago) => [backup(ago + 1, 10), backup(ago + 1, 20)]).flat(),
  ]
  const kept = backupsToKeep(all, today)
  const keptDays = all.filter(({ id }) => kept.has(id)).map(({ day }) => day)
  expect(keptDays.toSorted().toReversed()).toEqual([
    today,
    today,
    today,
    ...Array.from({ length: 10 }, (_, ago) => addDays(today, -ago - 1)),
    '2026-07-31',
    '2026-06-30',
    '2026-05-31',
    '2026-04-30',
    '2026-03-31',
    '2026-02-28',
    '2026-01-31',
    '2025-12-31',
    '2025-11-30',
    '2025-10-31',
    '2025-09-30',
  ])
  expect(kept.has('0/00:05/0') && kept.has('1/00:20/0')).toBe(true)
  expect(kept.has('0/00:02/0') || kept.has('1/00:10/0')).toBe(false)
})

test('the newest is always kept, and giving up twice gives up nothing more', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = backupsToKeep(all, today)
      const newest = all
        .filter(({ day }) => day > addDays(today, -300))
        .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
      for (const { id } of newest.slice(0, 1)) expect(kept).toContain(id)
      const left = all.filter(({ id }) => kept.has(id))
      expect(backupsToKeep(left, today)).toEqual(kept)
    }),
  )
})

test('every day of the last 10, and every month of the last 12, that had a backup still has one', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = backupsToKeep(all, today)
      const left = all.filter(({ id }) => kept.has(id))
      const recent = all.filter(({ day }) => day >= addDays(today, -10))
      for (const { day } of recent) expect(left.some((other) => other.day === day)).toBe(true)
      const year = all.filter(({ day }) => day >= '2025-09-01')
      for (const { day } of year) expect(left.some((other) => other.day.slice(0, 7) === day.slice(0, 7))).toBe(true)
      expect(left.filter(({ day }) => day === today).length).toBeLessThanOrEqual(3)
      expect(left.filter(({ day }) => day <= today).length).toBeLessThanOrEqual(3 + 10 + 12)
    }),
  )
})
