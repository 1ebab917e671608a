import {
  type Access,
  accessLabels,
  type Audience,
  type DataClass,
  type Sharing,
} from '#shared/program/design/audiences.ts'

/** What may be chosen for a class of data: two of them are never shown with a name, whoever looks. */
export function allowedAccesses(dataClass: DataClass): readonly Access[] {
  if (dataClass === 'wellBeing') return ['none', 'aggregated']
  if (dataClass === 'meetingContent') return ['none', 'aggregated', 'own']
  return ['none', 'aggregated', 'own', 'named']
}

/** As it stands in a cell: "Aggregated" for "Aggregated only". */
export const accessInCell = (access: Access): string => accessLabels[access].replace(/ only$/, '')

export function withAccess(sharing: Sharing, audience: Audience, dataClass: DataClass, access: Access): Sharing {
  return { ...sharing, [audience]: { ...sharing[audience], [dataClass]: access } }
}

// The first letters of how they are called: Nothing, Aggregated only, Their own, With names.
const letters: Readonly<Record<string, Access>> = { n: 'none', a: 'aggregated', t: 'own', w: 'named' }

/** What a letter key chooses; null where it chooses nothing, or what may not be chosen. */
export function accessForKey(key: string, dataClass: DataClass): Access | null {
  const access = Object.hasOwn(letters, key.toLowerCase()) ? letters[key.toLowerCase()]! : null
  return access !== null && allowedAccesses(dataClass).includes(access) ? access : null
}

type Place = readonly [row: number, column: number]

/** Where a key leads from a cell; null where it is no key that moves. The edges hold. */
export function moveInTable([row, column]: Place, key: string, rows: number, columns: number): Place | null {
  const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value))
  switch (key) {
    case 'ArrowUp':
      return [within(row - 1, rows), column]
    case 'ArrowDown':
      return [within(row + 1, rows), column]
    case 'ArrowLeft':
      return [row, within(column - 1, columns)]
    case 'ArrowRight':
      return [row, within(column + 1, columns)]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, columns - 1]
    default:
      return null
  }
}
