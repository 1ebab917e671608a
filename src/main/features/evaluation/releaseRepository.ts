import type { Kysely } from 'kysely'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { EvaluationReleaseTable } from '#main/database/tables/evaluation.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { commentsMeasure, type ReleasedPublication } from '#shared/evaluation/protection/released.ts'
import type { Release } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

/** What an export showed, by instrument. */
export type Published = Readonly<Record<string, readonly ReleasedPublication[]>>

const isOfComments = ({ measures }: ReleasedPublication): boolean => measures.includes(commentsMeasure)

async function loadPublished(db: Db, programId: Id): Promise<Published[]> {
  const rows = await db
    .selectFrom('evaluation_release')
    .select('published')
    .where('program_id', '=', programId)
    .orderBy('id')
    .execute()
  return rows.map(({ published }) => JSON.parse(published) as Published)
}

/** The comments that were ever released of a program, by their ids: a set for each wave and release. */
export async function loadReleasedComments(db: Db, programId: Id): Promise<ReadonlySet<Id>[]> {
  return (await loadPublished(db, programId))
    .flatMap((published) => Object.values(published).flat())
    .filter(isOfComments)
    .map(({ terms }) => new Set(terms.flatMap(({ responses }) => responses)))
}

/** How many releases a program has had: they only grow, so while their number stays, nothing more was released. */
export async function countReleases(db: Db, programId: Id): Promise<number> {
  const { releases } = await db
    .selectFrom('evaluation_release')
    .select((eb) => eb.fn.countAll<number | string>().as('releases'))
    .where('program_id', '=', programId)
    .executeTakeFirstOrThrow()
  return Number(releases)
}

/** All figures that were ever released of a program, by instrument and for whomever: nobody forgets them. */
export async function loadReleased(db: Db, programId: Id): Promise<ReadonlyMap<string, ReleasedPublication[]>> {
  const released = new Map<string, Map<string, ReleasedPublication>>()
  for (const published of await loadPublished(db, programId))
    for (const [instrument, publications] of Object.entries(published)) {
      const known = released.get(instrument) ?? new Map<string, ReleasedPublication>()
      // The same figure of the same people, released again, tells nothing more.
      for (const one of publications) if (!isOfComments(one)) known.set(JSON.stringify(one), one)
      released.set(instrument, known)
    }
  return new Map([...released].map(([instrument, publications]) => [instrument, [...publications.values()]]))
}

/** The releases of a program, newest first. */
export async function loadReleases(db: Db, programId: Id): Promise<Release[]> {
  const rows = await db
    .selectFrom('evaluation_release')
    .select(['id', 'at', 'actor', 'audience', 'what', 'file_name as fileName', 'year'])
    .select(['administrations', 'suppressed'])
    .where('program_id', '=', programId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ administrations, suppressed, ...row }) => ({
    ...row,
    administrations: JSON.parse(administrations) as Id[],
    suppressed: JSON.parse(suppressed) as string[],
  }))
}

export async function findRelease(
  db: Db,
  { programId, releaseId }: { programId: Id; releaseId: Id },
): Promise<
  Pick<EvaluationReleaseTable, 'what' | 'file_name' | 'audience' | 'administrations' | 'content'> | undefined
> {
  return db
    .selectFrom('evaluation_release')
    .select(['what', 'file_name', 'audience', 'administrations', 'content'])
    .where('program_id', '=', programId)
    .where('id', '=', releaseId)
    .executeTakeFirst()
}

/** Notes what left the office, in the write that logs the export. */
export async function insertRelease(
  tx: Db,
  programId: Id,
  release: Omit<Release, 'id' | 'at' | 'actor'> & { published: Published; content: unknown },
  call: CallContext,
): Promise<void> {
  await tx
    .insertInto('evaluation_release')
    .values({
      id: newId(),
      program_id: programId,
      at: call.now,
      actor: call.actor,
      audience: release.audience,
      what: release.what,
      file_name: release.fileName,
      year: release.year,
      administrations: JSON.stringify(release.administrations),
      suppressed: JSON.stringify(release.suppressed),
      published: JSON.stringify(release.published),
      content: JSON.stringify(release.content),
    })
    .execute()
}
