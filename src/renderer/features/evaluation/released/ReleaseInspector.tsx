import { Download } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { useFileJob } from '#renderer/app/useFileJob.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Release } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { releaseName } from './releaseWords.ts'

interface Props {
  programId: Id
  release: Release
  onClose: () => void
}

/** One release: which waves it showed, what was held back of them, and the same file once more. */
export function ReleaseInspector({ programId, release, onClose }: Props) {
  const remade = useFileJob('evaluation.remake')
  const makeAgain = async (): Promise<void> => {
    const saved = await remade.save({ programId, releaseId: release.id })
    if (saved) showToast({ message: `${saved.name} saved` })
  }
  return (
    <Inspector title={releaseName(release)} subtitle={release.fileName} onClose={onClose}>
      <div className="cd-evaluation-pane">
        <section>
          <Button icon={Download} isBusy={remade.running !== null} onPress={() => void makeAgain()}>
            Make again
          </Button>
          <p className="cd-quiet">The file as it was then, with the figures of that day.</p>
          {remade.problem && <ProblemNotice problem={remade.problem} />}
          {remade.running && <Progress {...remade.running} />}
        </section>
        <section>
          <h3>What was held back</h3>
          {release.suppressed.length === 0 ? (
            <p>Nothing.</p>
          ) : (
            <ul>
              {release.suppressed.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </section>
        <ReleasedWaves programId={programId} ids={release.administrations} />
      </div>
    </Inspector>
  )
}

function ReleasedWaves({ programId, ids }: { programId: Id; ids: readonly Id[] }) {
  const waves = useRead('evaluation.listAdministrations', { programId }).data ?? []
  const instruments = useRead('evaluation.listInstruments', {}).data ?? []
  const known = waves.filter(({ id }) => ids.includes(id)).toReversed()
  const removed = ids.length - known.length
  return (
    <section>
      <h3>Waves</h3>
      <ul>
        {known.map(({ id, name, instrumentKey }) => (
          <li key={id}>{`${name}, ${instruments.find(({ key }) => key === instrumentKey)?.name ?? instrumentKey}`}</li>
        ))}
        {removed > 0 && <li className="cd-quiet">{`${removed} removed since`}</li>}
      </ul>
    </section>
  )
}
