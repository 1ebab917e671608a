import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatDate } from '#shared/kernel/plainDate.ts'
import type { DesignVersion } from '#shared/program/design/version.ts'

interface VersionNoticeProps {
  programId: string
  version: DesignVersion
}

/** Says that an adopted register stays as it is, and offers the version that can be changed. */
export function VersionNotice({ programId, version: { number, adoptedOn } }: VersionNoticeProps) {
  const start = useChange('program.startDesignVersion')
  const done = useDone()
  const run = async (): Promise<void> => {
    const started = await start.mutateAsync({ programId })
    await done(`Started version ${started.number}`)
  }
  return (
    <output className="cd-roster-banner">
      <Lock size={16} aria-hidden />
      <span>
        {`Version ${number} of the design${adoptedOn ? `, adopted ${formatDate(adoptedOn)},` : ''} stays as it was adopted; a new version can be changed. `}
        <Link to="/programs/$programId/design/$question" params={{ programId, question: 'stakeholders' }}>
          Show question 2
        </Link>
      </span>
      <Button isBusy={start.isPending} onPress={() => void run().catch(showProblem)}>
        Start a new version
      </Button>
    </output>
  )
}
