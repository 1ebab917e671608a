import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'

/** What stands in place of a page that stopped working; the frame around it goes on. */
export function PageFault({ reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <div className="cd-page">
      <ProblemNotice
        problem={{
          code: 'fault',
          message: 'This page stopped working. The data file is safe; nothing that was saved is lost.',
        }}
        actions={
          <>
            <Button onPress={reset}>Try again</Button>
            <Button kind="quiet" onPress={() => void router.navigate({ to: '/' })}>
              Go to Home
            </Button>
          </>
        }
      />
    </div>
  )
}
