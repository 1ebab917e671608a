import { type ReactNode, useState } from 'react'
import { type FileJob, useFileJob } from '#renderer/app/useFileJob.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Input } from '#shared/contract.ts'

/** Those that ask for whom the file is. */
type ExportJob = { [N in FileJob]: Input<N> extends { audience: string } ? N : never }[FileJob]

interface Props<N extends ExportJob> {
  job: N
  input: Omit<Input<N>, 'audience'>
  /** What the dialog and its button are called: "Export charter". */
  title: string
  /** What will be in the file. */
  about: string
  /** For whom it most often is. */
  audience: string
  /** Where it decides what is in the file, it is one of these. */
  audiences?: readonly Choice[]
  onClose: () => void
  /** What else can be said about the file. */
  children?: ReactNode
}

/** Writes a file; for whom it is goes to the log of exports. */
export function ExportDialog<N extends ExportJob>({
  job,
  input,
  title,
  about,
  audiences,
  onClose,
  children,
  ...usual
}: Props<N>) {
  const { save, running, problem } = useFileJob(job)
  const [audience, setAudience] = useState(usual.audience)
  const isMissing = audience.trim() === ''

  const run = async (): Promise<void> => {
    const saved = await save({ ...input, audience: audience.trim() } as Input<N>)
    if (!saved) return
    onClose()
    showToast({ message: `${saved.name} saved` })
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!running && !isMissing) void run()
        }}
      >
        <p>{about}</p>
        {audiences ? (
          <Select
            label="Who it is for"
            description="Decides what is in the file, and is kept in the log of exports."
            choices={audiences}
            value={audience}
            onChange={setAudience}
            autoFocus
          />
        ) : (
          <TextField
            label="Who it is for"
            description="Kept in the log of exports."
            value={audience}
            onChange={(text) => setAudience(text.slice(0, 120))}
            error={isMissing ? 'Say for whom the file is.' : undefined}
            autoFocus
          />
        )}
        {children}
        {problem && <ProblemNotice problem={problem} />}
        {running && <Progress {...running} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={running !== null} isDisabled={isMissing}>
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
