import type { Transaction } from 'kysely'
import type { DataFile, WriteContext } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import type { GridView } from '#shared/workspace/schema.ts'

type Draft = Omit<GridView, 'id' | 'revision'> & { id?: Id | undefined; revision?: number | undefined }

/** Saves a view of a grid. @throws Refusal `duplicate` where its name is taken, `not_found`, `stale` */
export async function saveView(file: DataFile, draft: Draft, context: WriteContext): Promise<GridView> {
  return file.write(context, { label: `Save the view ${draft.name}` }, async (tx) => {
    await requireFreeName(tx, draft)
    const { grid, name } = draft
    const row = { grid, name, state: JSON.stringify(draft.state) }
    if (draft.id === undefined) {
      const id = newId()
      await tx
        .insertInto('grid_view')
        .values({ id, revision: 1, ...row })
        .execute()
      return { ...draft, id, revision: 1 }
    }
    const stored = await requireView(tx, draft.id)
    if (draft.revision !== undefined && draft.revision !== stored.revision)
      throw refuse('stale', `The view ${name} was changed elsewhere since it was opened. Open it again, then save.`)
    const revision = stored.revision + 1
    await tx
      .updateTable('grid_view')
      .set({ ...row, revision })
      .where('id', '=', stored.id)
      .execute()
    return { ...draft, id: stored.id, revision }
  })
}

/** @throws Refusal `not_found` */
export async function deleteView(file: DataFile, id: Id, context: WriteContext): Promise<{ id: Id }> {
  const view = await file.db.selectFrom('grid_view').select('name').where('id', '=', id).executeTakeFirst()
  return file.write(context, { label: `Delete the view ${view?.name ?? ''}`.trimEnd() }, async (tx) => {
    await requireView(tx, id)
    await tx.deleteFrom('grid_view').where('id', '=', id).execute()
    return { id }
  })
}

async function requireView(tx: Transaction<Tables>, id: Id): Promise<{ id: Id; revision: number }> {
  const view = await tx.selectFrom('grid_view').select(['id', 'revision']).where('id', '=', id).executeTakeFirst()
  if (!view) throw refuse('not_found', 'This view was deleted meanwhile.')
  return view
}

async function requireFreeName(tx: Transaction<Tables>, { id, grid, name }: Draft): Promise<void> {
  const holder = await tx
    .selectFrom('grid_view')
    .select('id')
    .where('grid', '=', grid)
    .where('name', '=', name)
    .executeTakeFirst()
  if (holder && holder.id !== id)
    throw refuse('duplicate', `There is already a view named ${name} here. Choose another name.`)
}
