import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { pageAt } from '#renderer/app/pages.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'

/** What stands in place of a page that stopped working; the frame around it goes on. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const reference = useReport(error, router.state.location.pathname)
  return (
    <div className="cd-page">
      <ProblemNotice
        problem={{
          code: 'fault',
          message: 'This page stopped working. The data file is safe; nothing that was saved is lost.',
          ...(reference && { reference }),
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

// The log keeps the beginning: what was thrown, and the places in the code nearest to it.
const longest = 8000

/** Has what broke written into the log, and answers with the reference to it when it is there. */
function useReport(broken: unknown, pathname: string): string | null {
  const client = useClient()
  const [reference, setReference] = useState<string | null>(null)
  useEffect(() => {
    const report = async (): Promise<void> => {
      const text = broken instanceof Error ? (broken.stack ?? String(broken)) : String(broken)
      const fault = { page: pageAt(pathname) ?? 'none', error: text.slice(0, longest) }
      try {
        setReference((await client.call('workspace.reportFault', fault)).reference)
      } catch {
        // Without a connection there is no log; the page says that it stopped all the same.
      }
    }
    void report()
  }, [client, broken, pathname])
  return reference
}
