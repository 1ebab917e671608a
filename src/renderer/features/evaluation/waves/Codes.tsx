import { Download, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { useFileJob } from '#renderer/app/useFileJob.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Administration } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

interface Props {
  programId: Id
  administration: Administration
}

/** The codes of a confidential wave: made, handed to the survey tool, and their key destroyed once it has served. */
export function Codes({ programId, administration: { id, name, codes, keyDestroyedAt } }: Props) {
  const of = { programId, administrationId: id }
  const file = useFileJob('evaluation.exportCodes')
  const make = useChange('evaluation.makeCodes')
  const destroy = useChange('evaluation.destroyKey')
  const done = useDone()
  const [isAsking, setAsking] = useState(false)
  if (keyDestroyedAt !== null)
    return <p>{`The key was destroyed on ${formatDate(keyDestroyedAt.slice(0, 10))}: no code leads to a person.`}</p>
  const makeCodes = async (): Promise<void> => {
    const { made } = await make.mutateAsync(of)
    await done(made === 0 ? 'Everybody has a code already' : `Made ${count(made, 'code')}`)
  }
  const save = async (): Promise<void> => {
    const saved = await file.save(of)
    if (saved) showToast({ message: `${saved.name} saved` })
  }
  const destroyKey = async (): Promise<void> => {
    await destroy.mutateAsync(of)
    setAsking(false)
    showToast({ message: `The key of ${name} is destroyed` })
  }
  return (
    <>
      <p>{codes === 0 ? 'No codes yet.' : `${count(codes, 'code')} made.`}</p>
      <div className="cd-wave-actions">
        <Button icon={KeyRound} isBusy={make.isPending} onPress={() => void makeCodes().catch(showProblem)}>
          Make codes
        </Button>
        <Button icon={Download} isDisabled={codes === 0} isBusy={file.running !== null} onPress={() => void save()}>
          Export codes
        </Button>
        <Button kind="quiet" isDisabled={codes === 0} onPress={() => setAsking(true)}>
          Destroy key…
        </Button>
      </div>
      {file.problem && <ProblemNotice problem={file.problem} />}
      <ConfirmDialog
        title={`Destroy the key of ${name}?`}
        verb="Destroy key"
        isOpen={isAsking}
        isBusy={destroy.isPending}
        onConfirm={() => void destroyKey().catch(showProblem)}
        onClose={() => setAsking(false)}
      >
        Nothing will lead from a code to a person any more, here or in the history. Responses stay and are counted;
        responses that come in later find nobody. Backups made before still hold the key. This cannot be undone.
      </ConfirmDialog>
    </>
  )
}
