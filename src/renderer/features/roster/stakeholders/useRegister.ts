import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { problemOf, useClient, useRead } from '#renderer/app/api.ts'
import type { Output } from '#shared/contract.ts'
import type { Stakeholder } from '#shared/program/design/stakeholders.ts'
import type { EditRoster } from '../useRoster.ts'
import { withEdits } from './stakeholderEdits.ts'

type DesignView = Output<'program.getDesign'>

/** Makes another register of the stored one, and stores it. */
export type ChangeRegister = (change: (register: readonly Stakeholder[]) => Stakeholder[]) => Promise<void>

/**
 * The register of stakeholders: the answer to question 2, in the draft of the design or else in the adopted version. It is
 * stored nowhere else; changes are sent in turn, so that the next one knows the revision of the answer.
 */
export function useRegister(programId: string) {
  const client = useClient()
  const queries = useQueryClient()
  const queryKey = useMemo(() => ['program.getDesign', { programId }], [programId])
  const lastChange = useRef<Promise<unknown>>(Promise.resolve())
  const { data: view, error } = useRead('program.getDesign', { programId })

  const change: ChangeRegister = useCallback(
    (make) => {
      const send = async (): Promise<void> => {
        const stored = queries.getQueryData<DesignView>(queryKey)?.answers.stakeholders
        if (!stored) return
        const { answer, revision } = stored
        const choices = { stakeholders: make(answer.choices.stakeholders) }
        try {
          const saved = await client.call('program.saveAnswer', {
            programId,
            revision,
            question: 'stakeholders',
            answer: { ...answer, choices },
          })
          queries.setQueryData<DesignView>(queryKey, saved)
        } catch (refused) {
          // Somebody else changed the answer, or adopted the draft: what is stored now is shown.
          await queries.invalidateQueries({ queryKey })
          throw refused
        }
      }
      const sending = lastChange.current.then(send)
      lastChange.current = sending.catch(() => undefined)
      return sending
    },
    [client, queries, queryKey, programId],
  )

  const edit: EditRoster = useCallback(
    async (edits) => {
      try {
        await change((register) => withEdits(register, edits))
        return { rejected: [] }
      } catch (refused) {
        const { message } = problemOf(refused)
        return { rejected: edits.map(({ rowId, key }) => ({ rowId, key, message })) }
      }
    },
    [change],
  )

  return {
    rows: view?.answers.stakeholders.answer.choices.stakeholders ?? noRows,
    version: view?.version,
    error,
    change,
    edit,
  }
}

const noRows: readonly Stakeholder[] = []
