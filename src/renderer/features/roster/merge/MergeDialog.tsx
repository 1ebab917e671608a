import { useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Program } from '#shared/program/schema.ts'
import type { MergePreview } from '#shared/roster/mergeSchema.ts'
import { useSubmit } from '../useSubmit.ts'
import { MergeFields } from './MergeFields.tsx'
import { RemoveSecond } from './RemoveSecond.tsx'
import { mergeConsequences, type MergeTake } from './mergeRows.ts'

interface MergeDialogProps {
  program: Program
  keepId: string
  mergeId: string
  /** Back to where the two were found. */
  onBack: () => void
  onMerged: () => void
  onClose: () => void
}

/** Two people side by side, to make one of them; each field of one or the other. */
export function MergeDialog({ onClose, ...props }: MergeDialogProps) {
  const preview = useRead('roster.previewMerge', { keepId: props.keepId, mergeId: props.mergeId })
  return (
    <Dialog title="Merge two people" isOpen onClose={onClose} width="medium">
      {preview.isPending && <Skeleton label="Both people" lines={8} />}
      {preview.error && <ProblemNotice problem={preview.error.problem} />}
      {preview.data && <MergeForm {...props} preview={preview.data} />}
    </Dialog>
  )
}

type MergeFormProps = Omit<MergeDialogProps, 'onClose'> & { preview: MergePreview }

function MergeForm({ program, keepId, mergeId, onBack, onMerged, preview }: MergeFormProps) {
  const client = useClient()
  const done = useDone()
  const [take, setTake] = useState<MergeTake>({})
  const { keepName, mergeName, obstacle } = preview
  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    await client.call('roster.mergePeople', { keepId, mergeId, take })
    onMerged()
    await done(mergeName === keepName ? `Merged the two ${keepName}` : `Merged ${mergeName} into ${keepName}`)
  })
  return (
    <form noValidate onSubmit={onSubmit}>
      {problem && <ProblemNotice problem={problem} />}
      {obstacle !== null && (
        <ProblemNotice
          problem={{ code: 'conflict', message: obstacle }}
          actions={<RemoveSecond {...{ program, keepId, mergeId, name: mergeName }} />}
        />
      )}
      <MergeFields preview={preview} take={take} onTake={setTake} />
      <div className="cd-quiet">
        {mergeConsequences(preview).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>Further e-mail addresses of both are kept. Undo takes the two apart again.</p>
      </div>
      <DialogActions>
        <Button onPress={onBack}>Back</Button>
        <Button kind="primary" type="submit" isBusy={isBusy} isDisabled={obstacle !== null}>
          Merge people
        </Button>
      </DialogActions>
    </form>
  )
}
