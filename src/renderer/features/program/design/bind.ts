/** Part of an answer, with its place in it: what the fields of a question's form are bound to. */
export interface Bind<T> {
  readonly value: T
  /** "choices", "choices.goals.2", "decisions.0" */
  readonly path: string
  readonly errorAt: (path: string) => string | undefined
  /** Says whether the text of a field cannot be read: it is in no value, and so in nothing that is stored. */
  readonly markUnreadable: (path: string, isUnreadable: boolean) => void
  /** Takes what is typed; stored when the field is left. */
  readonly edit: (value: T) => void
  /** Takes a choice, which is stored at once. */
  readonly choose: (value: T) => void
}

/** The keys of T whose values are of type V. */
export type KeyOf<T, V> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T] & string

/** A member of what is bound, bound itself. */
export function bindTo<T, K extends keyof T & string>(bind: Bind<T>, key: K): Bind<T[K]> {
  const withMember = (member: T[K]): T => ({ ...bind.value, [key]: member })
  return {
    value: bind.value[key],
    path: pathOf(bind, key),
    errorAt: bind.errorAt,
    markUnreadable: bind.markUnreadable,
    edit: (member) => bind.edit(withMember(member)),
    choose: (member) => bind.choose(withMember(member)),
  }
}

/** A member of type V, bound as such: TypeScript does not follow a key of `KeyOf` back to the type it was chosen by. */
export function bindAs<V, T>(bind: Bind<T>, key: KeyOf<T, V>): Bind<V> {
  return bindTo(bind, key) as unknown as Bind<V>
}

/** An item of a bound list, bound itself. */
export function bindItem<T>(bind: Bind<T[]>, index: number): Bind<T> {
  return {
    value: bind.value[index]!,
    path: pathOf(bind, String(index)),
    errorAt: bind.errorAt,
    markUnreadable: bind.markUnreadable,
    edit: (item) => bind.edit(bind.value.with(index, item)),
    choose: (item) => bind.choose(bind.value.with(index, item)),
  }
}

const pathOf = ({ path }: { path: string }, key: string): string => (path === '' ? key : `${path}.${key}`)
