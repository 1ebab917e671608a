import { useRef, useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import type { Output } from '#shared/contract.ts'
import type { Answer, AnswerTo, Question } from '#shared/program/design/design.ts'
import type { Bind } from './bind.ts'
import { errorsIn, prepared } from './checkAnswer.ts'
import { type Autosave, useAutosave } from '#renderer/app/useAutosave.ts'

export type DesignView = Output<'program.getDesign'>

export interface AnswerForm<Q extends Question> extends Omit<Autosave<Answer<Q>>, 'edit' | 'value'> {
  readonly bind: Bind<Answer<Q>>
  /** How many entries are wrong and keep the answer from being stored. */
  readonly errors: number
  /** How many texts were left that no field could read; the rest of the answer is stored without them. */
  readonly unreadable: number
}

/** The answer to one question as a form that is stored as its fields are left. */
export function useAnswer<Q extends Question>(programId: string, question: Q, view: DesignView): AnswerForm<Q> {
  const save = useChange('program.saveAnswer', {
    patch: async (queries, saved) => {
      const queryKey = ['program.getDesign', { programId }]
      // A read that began before this save would bring back what was there before it.
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, saved)
    },
  })
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())
  const shown = useRef(errors)
  const marked = useRef(new Set<string>())
  const [unreadable, setUnreadable] = useState(0)
  const show = (found: ReadonlyMap<string, string>): void => {
    shown.current = found
    setErrors(found)
  }

  const autosave = useAutosave<Answer<Q>>({
    stored: storedAnswer(view, question),
    prepare: (value) => {
      const found = errorsIn(question, value)
      show(found)
      return found.size > 0 ? null : prepared(question, value)
    },
    save: async (answer, revision) => {
      const saved = await save.mutateAsync({ programId, revision, question, answer } as Parameters<
        typeof save.mutateAsync
      >[0] &
        AnswerTo)
      return storedAnswer(saved, question)
    },
  })
  const edit = (value: Answer<Q>): void => {
    autosave.edit(value)
    if (shown.current.size === 0) return
    // What was wrong is looked at while it is corrected; what is not left yet is not.
    const found = errorsIn(question, value)
    show(new Map([...found].filter(([path]) => shown.current.has(path))))
  }
  const countUnreadable = (): void => {
    // What was removed with its item is not waited for.
    for (const path of marked.current) if (!isIn(autosave.value, path)) marked.current.delete(path)
    setUnreadable(marked.current.size)
  }
  return {
    ...autosave,
    errors: errors.size,
    unreadable,
    flush: () => {
      countUnreadable()
      autosave.flush()
    },
    takeStored: () => {
      show(new Map())
      marked.current.clear()
      setUnreadable(0)
      autosave.takeStored()
    },
    bind: {
      value: autosave.value,
      path: '',
      errorAt: (path) => errors.get(path),
      markUnreadable: (path, isUnreadable) => {
        if (isUnreadable) marked.current.add(path)
        else marked.current.delete(path)
      },
      edit,
      choose: (value) => {
        edit(value)
        autosave.flush()
      },
    },
  }
}

/** Whether a value has a place at a path: "choices.goals.2.due". */
function isIn(value: unknown, path: string): boolean {
  let part = value
  for (const key of path.split('.')) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return false
    part = (part as Record<string, unknown>)[key]
  }
  return true
}

function storedAnswer<Q extends Question>(view: DesignView, question: Q): { value: Answer<Q>; revision: number } {
  const { answer, revision } = view.answers[question]
  return { value: answer as Answer<Q>, revision }
}
