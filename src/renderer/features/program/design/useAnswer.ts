import { useRef, useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import type { Output } from '#shared/contract.ts'
import type { Answer, AnswerTo, Question } from '#shared/program/design/design.ts'
import type { Bind } from './bind.ts'
import { errorsIn, prepared } from './checkAnswer.ts'
import { type Autosave, useAutosave } from './useAutosave.ts'

export type DesignView = Output<'program.getDesign'>

export interface AnswerForm<Q extends Question> extends Omit<Autosave<Answer<Q>>, 'edit' | 'value'> {
  readonly bind: Bind<Answer<Q>>
  /** How many entries are wrong and keep the answer from being stored. */
  readonly errors: number
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
  return {
    ...autosave,
    errors: errors.size,
    takeStored: () => {
      show(new Map())
      autosave.takeStored()
    },
    bind: {
      value: autosave.value,
      path: '',
      errorAt: (path) => errors.get(path),
      edit,
      choose: (value) => {
        edit(value)
        autosave.flush()
      },
    },
  }
}

function storedAnswer<Q extends Question>(view: DesignView, question: Q): { value: Answer<Q>; revision: number } {
  const { answer, revision } = view.answers[question]
  return { value: answer as Answer<Q>, revision }
}
