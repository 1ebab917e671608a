import * as fc from 'fast-check'
import type { Transaction } from 'kysely'
import { expect, test } from 'vitest'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import { context, newDataFile, person } from './support.ts'

/** One change to a small world of people and their NPIs; `who` picks among those there are. */
type Step =
  | { do: 'add'; name: string }
  | { do: 'rename'; who: number; name: string }
  | { do: 'identify'; who: number; npi: string }
  | { do: 'remove'; who: number }

const name = fc.constantFrom('Ana', 'Ben', 'Chi', 'Dee')
const who = fc.nat(7)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), name }) },
  fc.record({ do: fc.constant('rename' as const), who, name }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('identify' as const), who, npi: fc.constantFrom('1', '2', '3') }),
  },
  fc.record({ do: fc.constant('remove' as const), who }),
)

async function apply(tx: Transaction<Tables>, step: Step): Promise<void> {
  if (step.do === 'add') {
    await tx
      .insertInto('person')
      .values(person({ first_name: step.name }))
      .execute()
    return
  }
  const ids = await tx.selectFrom('person').select('id').orderBy('id').execute()
  const id = ids[step.who % Math.max(ids.length, 1)]?.id
  if (id === undefined) return
  if (step.do === 'rename') {
    await tx
      .updateTable('person')
      .set((eb) => ({ first_name: step.name, revision: eb('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
    return
  }
  if (step.do === 'identify') {
    await tx.deleteFrom('person_identity').where('match_key', '=', step.npi).execute()
    const npi = { kind: 'npi' as const, value: step.npi, match_key: step.npi, position: 0 }
    await tx
      .insertInto('person_identity')
      .values({ id: newId(), revision: 1, person_id: id, ...npi })
      .execute()
    return
  }
  await tx.deleteFrom('person_identity').where('person_id', '=', id).execute()
  await tx.deleteFrom('person').where('id', '=', id).execute()
}

/** Everything but revisions, which only rise. */
async function stateOf(file: DataFile) {
  const people = await file.db.selectFrom('person').select(['id', 'first_name']).orderBy('id').execute()
  const npis = await file.db.selectFrom('person_identity').select(['id', 'person_id', 'value']).orderBy('id').execute()
  return { people, npis }
}

test('undoing everything gives every earlier state back, and redoing everything the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (writes) => {
      const file = await newDataFile()
      const states = [await stateOf(file)]
      for (const steps of writes) {
        const entries = await countEntries(file)
        await file.write(context(), { label: 'Steps' }, async (tx) => {
          for (const each of steps) await apply(tx, each)
        })
        if ((await countEntries(file)) > entries) states.push(await stateOf(file))
      }
      for (const state of states.slice(0, -1).toReversed()) {
        await file.undo(context())
        expect(await stateOf(file)).toEqual(state)
      }
      expect((await file.undoStep()).undo).toBeNull()
      for (const state of states.slice(1)) {
        await file.redo(context())
        expect(await stateOf(file)).toEqual(state)
      }
      expect((await file.undoStep()).redo).toBeNull()
      expect((await file.check()).findings).toEqual([])
      await file.close()
    }),
    { numRuns: 40 },
  )
})

const countEntries = async (file: DataFile): Promise<number> =>
  (await file.db.selectFrom('history_entry').select('id').execute()).length
