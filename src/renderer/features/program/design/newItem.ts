// Every edit makes a new object, so an item that is still the one that was made has nothing in it.
const untouched = new WeakSet<object>()

/** An item that was just added to a list of an answer; not stored before something is entered in it. */
export function newItem<T extends { id: string }>(fields: Omit<T, 'id'>): T {
  const item = { id: crypto.randomUUID(), ...fields } as T
  untouched.add(item)
  return item
}

/** The value without the items and lines, at any depth, that nothing was entered in. */
export function withoutUntouched<T>(value: T): T {
  if (Array.isArray(value)) return value.filter((item) => !isUntouched(item)).map(withoutUntouched) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutUntouched(member)])) as T
}

/** Whether a path of a value leads into an item that nothing was entered in. */
export function isInUntouched(value: unknown, path: readonly PropertyKey[]): boolean {
  let part = value
  for (const key of path) {
    if (typeof part !== 'object' || part === null) return false
    const isList = Array.isArray(part)
    part = (part as Record<PropertyKey, unknown>)[key]
    if (isList && isUntouched(part)) return true
  }
  return false
}

const isUntouched = (value: unknown): boolean =>
  typeof value === 'object' ? value !== null && untouched.has(value) : typeof value === 'string' && value.trim() === ''
