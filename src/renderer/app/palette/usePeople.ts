import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from '#renderer/app/api.ts'
import { findablePeople, type FoundPerson } from '#renderer/app/palette/people.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'

const none: readonly never[] = []

/**
 * The people of every program of the file; read once they are wanted, from the cache where a page has read them. Undefined
 * while they are read.
 */
export function usePeople(areWanted: boolean): readonly FoundPerson[] | undefined {
  const client = useClient()
  const queries = useQueryClient()
  const programs = usePrograms() ?? none

  const people = useQuery({
    // Under "roster", so that it is read again when a roster changes.
    queryKey: ['roster.people', programs],
    enabled: areWanted,
    structuralSharing: false,
    queryFn: async () => {
      const rosters = programs.map(async (program) => {
        const input = { programId: program.id }
        const [learners, coaches, staff] = await Promise.all([
          queries.fetchQuery({
            queryKey: ['roster.listLearners', input],
            queryFn: () => client.call('roster.listLearners', input),
          }),
          queries.fetchQuery({
            queryKey: ['roster.listCoaches', input],
            queryFn: () => client.call('roster.listCoaches', input),
          }),
          queries.fetchQuery({
            queryKey: ['roster.listStaff', input],
            queryFn: () => client.call('roster.listStaff', input),
          }),
        ])
        return findablePeople(program, learners, coaches, staff)
      })
      return (await Promise.all(rosters)).flat()
    },
  })
  return people.isError ? none : people.data
}
