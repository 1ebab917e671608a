import { useClient, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { Program } from '#shared/program/schema.ts'
import { secondPlace } from './mergeRows.ts'

interface RemoveSecondProps {
  program: Program
  keepId: string
  mergeId: string
  name: string
}

/**
 * The way on where somebody was entered into one program twice: takes the second entry out of it, after which the two can
 * be merged. Nothing where that is not what stands in the way.
 */
export function RemoveSecond({ program, keepId, mergeId, name }: RemoveSecondProps) {
  const client = useClient()
  const done = useDone()
  const input = { programId: program.id }
  const learners = useRead('roster.listLearners', input).data
  const coaches = useRead('roster.listCoaches', input).data
  const place = learners && coaches && secondPlace(keepId, mergeId, learners, coaches)
  if (!place) return null
  const remove = async (): Promise<void> => {
    const procedure = place.kind === 'learners' ? 'roster.removeLearners' : 'roster.removeCoaches'
    await client.call(procedure, { programId: program.id, ids: [place.id] })
    await done(`Removed ${name} from the program`)
  }
  return <Button onPress={() => void remove().catch(showProblem)}>Remove the one on the right from the program</Button>
}
