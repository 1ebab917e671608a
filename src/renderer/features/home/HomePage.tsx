import { useCurrentProgram } from '#renderer/app/currentProgram.ts'
import { usePrograms, useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { FirstRun } from './FirstRun.tsx'
import { ProgramHome } from './ProgramHome.tsx'

/** The home of a program; where there is none yet, how to begin. */
export function HomePage() {
  const info = useWorkspaceInfo()
  const programs = usePrograms()
  const program = useCurrentProgram()
  if (!info || !programs)
    return (
      <div className="cd-page">
        <Skeleton label="Home" />
      </div>
    )
  return program ? <ProgramHome program={program} /> : <FirstRun info={info} />
}
