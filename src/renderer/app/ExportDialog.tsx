import { type ReactNode, useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import { saveFile } from '#renderer/app/saveFile.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Input } from '#shared/contract.ts'
import type { Problem } from '#shared/kernel/problem.ts'

type FileJob =
  | 'program.exportCharter'
  | 'program.exportDecisions'
  | 'program.exportCalendar'
  | 'budget.exportWorkbook'
  | 'budget.exportLines'
  | 'evaluation.exportOutcomes'
  | 'evaluation.exportBrief'

interface Props<N extends FileJob> {
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
export function ExportDialog<N extends FileJob>({
  job: name,
  input,
  title,
  about,
  audiences,
  onClose,
  children,
  ...usual
}: Props<N>) {
  const client = useClient()
  const job = useJob(name)
  const [audience, setAudience] = useState(usual.audience)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isRunning = job.view.status === 'running'
  const failed = job.view.status === 'failed' ? job.view.problem : problem
  const isMissing = audience.trim() === ''

  const run = async (): Promise<void> => {
    setProblem(null)
    const staged = await job.start({ ...input, audience: audience.trim() } as Input<N>)
    if (!staged) return
    try {
      saveFile(await client.call('workspace.fetchFile', { handle: staged.handle }))
      onClose()
      showToast({ message: `${staged.name} saved` })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isRunning && !isMissing) void run()
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
        {failed && <ProblemNotice problem={failed} />}
        {job.view.status === 'running' && (
          <Progress
            label={job.view.progress.step}
            done={job.view.progress.done}
            total={job.view.progress.total}
            onCancel={job.cancel}
          />
        )}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={isRunning} isDisabled={isMissing}>
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
