import { daysBetween, monthOf, type PlainDate, yearOf } from '#shared/kernel/plainDate.ts'

const keptToday = 3
const keptDays = 10
const keptMonths = 12

export interface AgedBackup {
  readonly id: string
  readonly madeAt: string
  /** The day it was made on, where the app runs. */
  readonly day: PlainDate
}

/**
 * Which backups are kept: the newest 3 of today, the newest of each of the 10 days before, and the newest of each month
 * for 12 months, this one included. The others may go. One from the future (a clock that was wrong) stays.
 */
export function backupsToKeep(backups: readonly AgedBackup[], today: PlainDate): Set<string> {
  const newestFirst = backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  const age = ({ day }: AgedBackup) => daysBetween(day, today)
  const firstPer = (key: (backup: AgedBackup) => string, among: AgedBackup[]) =>
    [...Map.groupBy(among, key).values()].map((group) => group[0]!)
  const kept = [
    ...newestFirst.filter((backup) => age(backup) < 0),
    ...newestFirst.filter((backup) => age(backup) === 0).slice(0, keptToday),
    ...firstPer(
      ({ day }) => day,
      newestFirst.filter((backup) => age(backup) > 0 && age(backup) <= keptDays),
    ),
    ...firstPer(
      ({ day }) => day.slice(0, 7),
      newestFirst.filter((backup) => age(backup) >= 0 && monthsBetween(backup.day, today) < keptMonths),
    ),
  ]
  return new Set(kept.map(({ id }) => id))
}

const monthsBetween = (from: PlainDate, to: PlainDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
