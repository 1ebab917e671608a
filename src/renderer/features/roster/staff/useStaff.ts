import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import type { RowSource } from '../source.ts'
import { type EditRoster, useRoster } from '../useRoster.ts'

export const staffNoun = { one: 'staff role', many: 'staff roles' }

const staffSource: RowSource<StaffMember> = {
  listName: 'roster.listStaff',
  list: (client, input) => client.call('roster.listStaff', input),
  edit: (client, input, options) => client.call('roster.editStaff', input, options),
}

/** Who runs a program, and the way to change it. */
export function useStaff(programId: string, asOf?: PlainDate) {
  const queries = useQueryClient()
  const { edit: editRows, ...roster } = useRoster(staffSource, programId, asOf)
  const edit: EditRoster = useCallback(
    async (edits, when) => {
      const result = await editRows(edits, when)
      // A role that changes on a later day is two rows until then: the one that holds is new to the list.
      if (when?.effectiveOn) await queries.invalidateQueries({ queryKey: [staffSource.listName] })
      return result
    },
    [editRows, queries],
  )
  return { ...roster, edit }
}
