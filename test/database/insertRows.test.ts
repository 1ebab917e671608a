import { expect, test } from 'vitest'
import { insertRows } from '#main/database/insertRows.ts'
import { context, newDataFile, person } from './support.ts'

test('rows of several full batches are stored as they are, whatever the order of their columns', async () => {
  const file = await newDataFile()
  const rows = Array.from({ length: 1_203 }, (_, at) => {
    const { note, ...others } = person({ last_name: `Garcia ${at}`, note: `Note ${at}` })
    return at % 2 === 0 ? { ...others, note } : { note, ...others }
  })
  await file.write(context(), { label: 'Many' }, (tx) => insertRows(tx, 'person', rows))
  expect(await file.db.selectFrom('person').selectAll().orderBy('id').execute()).toEqual(rows)
})
