import { type FormEvent, useRef, useState } from 'react'
import * as z from 'zod'
import type { ProblemDetail } from '#shared/kernel/problem.ts'

type FormSchema = z.ZodObject

/** What `field(name)` hands to a field component. */
export interface FieldBinding<T> {
  name: string
  value: T
  error: string | undefined
  onChange: (value: T) => void
  onBlur: () => void
  onUnreadable: (message: string | null) => void
}

/**
 * A form over a zod schema, usually the input of the procedure it calls.
 *
 *     const form = useForm(programDraftSchema, initial)
 *     <form onSubmit={form.submit(async (draft) => save.mutateAsync(draft))}>
 *       <TextField label="Name" {...form.field('name')} />
 *
 * A field is checked when it is left and, once it was wrong, while it is corrected; all are checked on submit. What was
 * typed is kept, and the focus goes to the first field that is wrong. `initial` is read once.
 */
export function useForm<S extends FormSchema>(schema: S, initial: z.input<S>) {
  type Values = z.input<S>
  // Where to look for the first bad field when the other side refuses what was submitted.
  const submitted = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())
  const [isBusy, setBusy] = useState(false)
  // Texts that no field could read: they are not in the values, so the schema cannot see them.
  const unreadable = useRef(new Map<string, string>())

  const check = (candidate: Values): Map<string, string> => {
    const found = new Map(unreadable.current)
    const result = z.safeParse(schema, candidate)
    for (const issue of result.error?.issues ?? []) {
      const path = issue.path.join('.')
      if (!found.has(path)) found.set(path, issue.message)
    }
    return found
  }

  /** Takes over what is wrong at one path, and below it, and leaves the others as they are. */
  const recheck = (name: string, candidate: Values) => {
    const found = check(candidate)
    setErrors((before) => new Map([...[...before].filter(not(name)), ...[...found].filter(at(name))]))
  }

  const set = <K extends keyof Values & string>(name: K, value: Values[K]) => {
    const next = { ...values, [name]: value }
    setValues((before) => ({ ...before, [name]: value }))
    if ([...errors].some(at(name))) recheck(name, next)
  }

  const field = <K extends keyof Values & string>(name: K): FieldBinding<Values[K]> => ({
    name,
    value: values[name],
    error: errors.get(name),
    onChange: (value) => set(name, value),
    onBlur: () => recheck(name, values),
    onUnreadable: (message) => {
      if (message === null) unreadable.current.delete(name)
      else unreadable.current.set(name, message)
    },
  })

  const show = (found: ReadonlyMap<string, string>) => {
    setErrors(found)
    focusFirst(submitted.current, found)
  }

  return {
    values,
    set,
    field,
    /** The message at a nested path, "cohorts.0.name"; give that field `name` the same path. */
    errorAt: (path: string): string | undefined => errors.get(path),
    /** Checks what is at a nested path, when its field is left. */
    leave: (path: string): void => recheck(path, values),
    /** What is wrong with the form as a whole. */
    formError: errors.get(''),
    isBusy,
    isChanged: values !== initial,
    /** Shows what the other side refused, at its fields. */
    refuse: (details: readonly ProblemDetail[]) => show(new Map(details.map(({ path, message }) => [path, message]))),
    /** Makes the form's onSubmit; `save` gets the checked values, and is not called while something is wrong. */
    submit: (save: (output: z.output<S>) => unknown) => async (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      submitted.current = event.currentTarget
      if (isBusy) return
      const found = check(values)
      show(found)
      if (found.size > 0) return
      setBusy(true)
      try {
        await save(z.parse(schema, values))
      } finally {
        setBusy(false)
      }
    },
  }
}

const at =
  (name: string) =>
  ([path]: readonly [string, string]): boolean =>
    path === name || path.startsWith(`${name}.`)

const not =
  (name: string) =>
  (entry: readonly [string, string]): boolean =>
    !at(name)(entry)

function focusFirst(form: HTMLFormElement | null, errors: ReadonlyMap<string, string>): void {
  const fields = form?.querySelectorAll<HTMLElement>('[data-field]') ?? []
  const first = [...fields].find((field) => errors.has(field.dataset.field ?? ''))
  first?.querySelector<HTMLElement>('input, textarea, button')?.focus()
}
