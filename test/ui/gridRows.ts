import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'

/** An invented person, as a grid shows one. */
export interface Person {
  id: string
  name: string
  level: string | null
  hours: number | null
  start: string | null
  effort: number
}

export const personColumns: GridColumn<Person>[] = [
  { key: 'name', header: 'Name', kind: 'text', value: (row) => row.name, editable: true, pinned: true },
  {
    key: 'level',
    header: 'Level',
    kind: 'choice',
    value: (row) => row.level,
    choices: [
      { id: 'm1', label: 'First year' },
      { id: 'm2', label: 'Second year' },
      { id: 'leave', label: 'On leave' },
    ],
    editable: true,
  },
  { key: 'hours', header: 'Hours', kind: 'number', value: (row) => row.hours, editable: true },
  { key: 'start', header: 'Start', kind: 'date', value: (row) => row.start, editable: true },
  { key: 'effort', header: 'Effort', kind: 'effort', value: (row) => row.effort },
]

export const personId = (row: Person): string => row.id

export function person(id: number, fields: Partial<Person> = {}): Person {
  return { id: String(id), name: `Person ${id}`, level: null, hours: null, start: null, effort: 1_000, ...fields }
}
