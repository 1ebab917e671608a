import { expect, test } from 'vitest'
import { addPerson, context, newDataFile, person } from './support.ts'

const names = Array.from({ length: 8000 }, (_, n) => `L${String(n).padStart(4, '0')}`)

test('a large write lets others be answered, who see what is committed, and changes nothing by it', async () => {
  const file = await newDataFile()
  await addPerson(file, { last_name: 'Before' })
  let answered = 0
  let seen = 0
  let open = true
  const ask = async (): Promise<void> => {
    if (!open) return
    const rows = await file.db.selectFrom('person').select('last_name').execute()
    answered += 1
    if (open) seen = Math.max(seen, rows.length)
    setImmediate(() => void ask())
  }
  setImmediate(() => void ask())
  await file.write(context(), { label: 'Add many' }, async (tx) => {
    for (const last_name of names) await tx.insertInto('person').values(person({ last_name })).execute()
    open = false
  })
  expect(answered).toBeGreaterThan(1)
  expect(seen).toBe(1)
  const stored = await file.db.selectFrom('person').select('last_name').orderBy('last_name').execute()
  expect(stored.map((row) => row.last_name)).toEqual(['Before', ...names])
})

test('another write that comes meanwhile waits until it is over', async () => {
  const file = await newDataFile()
  const order: string[] = []
  const first = file.write(context(), { label: 'Add many' }, async (tx) => {
    for (const last_name of names) await tx.insertInto('person').values(person({ last_name })).execute()
    order.push('first')
  })
  setImmediate(() => void addPerson(file, { last_name: 'After' }).then(() => order.push('second')))
  await first
  await addPerson(file, { last_name: 'Later' })
  expect(order).toEqual(['first', 'second'])
})
