import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** Starts a draft from the adopted version. */
export function NewVersionButton({ programId, kind }: { programId: string; kind: 'primary' | 'plain' }) {
  const start = useChange('program.startDesignVersion')
  const done = useDone()
  const run = async (): Promise<void> => {
    const { number } = await start.mutateAsync({ programId })
    await done(`Started version ${number}`)
  }
  return (
    <Button kind={kind} isBusy={start.isPending} onPress={() => void run().catch(showProblem)}>
      New version
    </Button>
  )
}
