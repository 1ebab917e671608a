import { CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { ImportResult } from '#shared/imports/schema.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'

interface DoneStepProps {
  result: ImportResult
  /** From when people the file does not name have their new status. */
  markedFrom: PlainDate
  file: string
  kind: PeopleKind
  program: Program
  onShow: () => void
  onAnother: () => void
}

/** The third step: what was imported, and the way back. */
export function DoneStep({ result, markedFrom, file, kind, program, onShow, onAnother }: DoneStepProps) {
  const client = useClient()
  const [back, setBack] = useState<'no' | 'rolling' | 'done'>('no')
  const { counts, entryId, marked } = result

  const rollBack = async (id: string): Promise<void> => {
    setBack('rolling')
    try {
      await client.call('workspace.undoEntry', { entryId: id })
      setBack('done')
    } catch (error) {
      setBack('no')
      showProblem(error)
    }
  }

  const facts: [string, number][] = [
    ['New', counts.create],
    ['Changed', counts.update],
    ['Same', counts.unchanged],
    ['Left out', counts.skipped + counts.needsYou],
  ]
  return (
    <section className="cd-import-done" aria-label="Result">
      <h2>
        {back === 'done' ? <Undo2 size={20} aria-hidden /> : <CircleCheck size={20} aria-hidden />}
        {back === 'done' ? 'The import was rolled back' : `${file} is in ${program.name}`}
      </h2>
      {back === 'done' ? (
        <p>Everything is as it was before. Redo brings the import back.</p>
      ) : (
        <>
          <dl>
            {facts.map(([label, n]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{n.toLocaleString('en-US')}</dd>
              </div>
            ))}
          </dl>
          {marked > 0 && (
            <p>
              {count(marked, 'person who is', 'people who are')} not in the file {marked === 1 ? 'has' : 'have'} a new
              status from {formatDate(markedFrom)}.
            </p>
          )}
          <p className="cd-quiet">
            {entryId !== null &&
              'A backup was made before. The import can be rolled back here now, and later under Data, Imports. '}
            The next file with the same columns is read the same way.
          </p>
        </>
      )}
      <div className="cd-import-ways">
        <Button kind="primary" onPress={onShow} autoFocus>
          Show {kind}
        </Button>
        {back !== 'done' && entryId !== null && (
          <Button icon={Undo2} isBusy={back === 'rolling'} onPress={() => void rollBack(entryId)}>
            Roll back this import
          </Button>
        )}
        <Button kind="quiet" onPress={onAnother}>
          Import another file
        </Button>
      </div>
    </section>
  )
}
