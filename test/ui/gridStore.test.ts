import { describe, expect, test } from 'vitest'
import { cellValue, type GridModel, rowById } from '#renderer/ui/grid/gridModel.ts'
import { GridStore } from '#renderer/ui/grid/gridStore.ts'
import { type Person, person, personColumns, personId } from './gridRows.ts'

const [name] = personColumns
const people = [person(0, { name: 'Ana' }), person(1, { name: 'Bo' })]

function modelOf(rows: readonly Person[], store = new GridStore()): GridModel<Person> {
  return { rows, order: Uint32Array.from(rows.keys()), columns: personColumns, getRowId: personId, store }
}

describe('an edit on its way', () => {
  const edit = (value: string) => ({ rowId: '0', key: 'name', value })
  const shown = (store: GridStore) => cellValue(modelOf(people, store), people[0]!, name!)

  test('shows until it is in the rows', () => {
    const store = new GridStore()
    store.hold([edit('Anna')])
    expect(shown(store)).toBe('Anna')
    store.release([edit('Anna')])
    expect(shown(store)).toBe('Ana')
  })

  test('goes on showing when an earlier one of its cell arrives', () => {
    const store = new GridStore()
    store.hold([edit('Anna')])
    store.hold([edit('Anne')])
    store.release([edit('Anna')])
    expect(shown(store)).toBe('Anne')
  })

  test('of a blank shows as blank', () => {
    const store = new GridStore()
    store.hold([{ rowId: '0', key: 'name', value: null }])
    expect(shown(store)).toBeNull()
  })
})

test('a cell that is edited stays with its row when others come before it', () => {
  const store = new GridStore()
  store.moveTo({ row: 1, column: 0 })
  store.edit('1', null)
  const more = modelOf([person(2), ...people], store)
  expect(rowById(more, store.editing!.rowId)?.name).toBe('Bo')
  expect(store.rowSnapshot(2, '1')).not.toBe(store.rowSnapshot(2, '0'))
  expect(rowById(modelOf([people[0]!], store), '1')).toBeUndefined()
})
