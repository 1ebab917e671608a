/** A place between columns: on one side of one of them. */
export interface Drop {
  key: string
  side: 'before' | 'after'
}

/** The keys with one of them dropped at a place; null where that leaves them as they are. */
export function dropColumn(keys: readonly string[], key: string, { key: target, side }: Drop): string[] | null {
  if (key === target) return null
  const others = keys.filter((other) => other !== key)
  const at = others.indexOf(target) + (side === 'after' ? 1 : 0)
  const dropped = others.toSpliced(at, 0, key)
  return dropped.every((other, index) => other === keys[index]) ? null : dropped
}
