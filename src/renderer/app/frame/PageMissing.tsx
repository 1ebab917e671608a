import { useRouter } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** For an address that leads nowhere. */
export function PageMissing() {
  const router = useRouter()
  return (
    <div className="cd-page">
      <h1 className="cd-visually-hidden">No page</h1>
      <EmptyState
        icon={Compass}
        title="There is no page here"
        actions={<Button onPress={() => void router.navigate({ to: '/' })}>Go to Home</Button>}
      >
        The address may have been cut short, or it belongs to another data file.
      </EmptyState>
    </div>
  )
}
