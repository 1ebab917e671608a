import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { loadEverybody } from '#main/features/roster/importRepository.ts'
import { valuesOf } from '#main/features/roster/importValues.ts'
import type { PlacedKind } from '#main/features/roster/placedKind.ts'
import type { KnownPerson } from '#shared/imports/matchPeople.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** Everybody the data file knows, with their places in this program. */
export async function loadPlaced<R extends Learner | Coach>(
  db: Db,
  how: PlacedKind<R>,
  program: Program,
  today: PlainDate,
): Promise<KnownPerson[]> {
  const placed = new Map<Id, R>()
  // Somebody who came back has two places: the one that has not ended is meant, else the later.
  for (const row of await how.placement.load(db, program.id, today)) {
    const other = placed.get(row.personId)
    if (!other || how.isGone(other, today)) placed.set(row.personId, row)
  }
  return (await loadEverybody(db)).map((person): KnownPerson => {
    const row = placed.get(person.personId)
    return {
      personId: person.personId,
      placeId: row?.id ?? null,
      gone: row !== undefined && how.isGone(row, today),
      values: valuesOf(how.kind, { ...person, ...row }, program),
      custom: row?.custom ?? {},
      coachId: row && 'coachId' in row ? row.coachId : null,
    }
  })
}
