import { type FormEvent, useState } from 'react'
import { problemOf } from '#renderer/app/api.ts'
import type { Problem } from '#shared/kernel/problem.ts'

/**
 * Sends what a dialog asks for, once at a time. What is refused stands in `problem`, unless `place` says that it showed it
 * at a field.
 */
export function useSubmit(send: () => Promise<void>, place: (problem: Problem) => boolean = () => false) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    try {
      await send()
    } catch (error) {
      const refused = problemOf(error)
      if (!place(refused)) setProblem(refused)
    } finally {
      setBusy(false)
    }
  }
  return {
    problem,
    isBusy,
    submit,
    /** For the `<form>` of a dialog. */
    onSubmit: (event: FormEvent) => {
      event.preventDefault()
      void submit()
    },
  }
}
