import { useState } from 'react'
import { problemOf, useClient, useJob } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import { saveFile } from './fileBytes.ts'

interface ExportDialogProps {
  program: Program
  asOf?: PlainDate
  onClose: () => void
}

/** Writes the whole roster as an Excel workbook; filters of the screen never hide that somebody was left out. */
export function ExportDialog({ program, asOf, onClose }: ExportDialogProps) {
  const client = useClient()
  const job = useJob('roster.exportWorkbook')
  const [audience, setAudience] = useState('Program office')
  const [problem, setProblem] = useState<Problem | null>(null)
  const isRunning = job.view.status === 'running'
  const failed = job.view.status === 'failed' ? job.view.problem : problem

  const run = async (): Promise<void> => {
    setProblem(null)
    const staged = await job.start({
      programId: program.id,
      audience: audience.trim() || 'Program office',
      ...(asOf && { asOf }),
    })
    if (!staged) return
    try {
      saveFile(await client.call('workspace.fetchFile', { handle: staged.handle }))
      onClose()
      const people = `${count(program.learners, 'learner')} and ${count(program.coaches, 'coach', 'coaches')}`
      showToast({
        message: asOf ? `${staged.name} saved, as of ${formatDate(asOf)}` : `${staged.name} saved with ${people}`,
      })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <Dialog title="Export workbook" isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isRunning) void run()
        }}
      >
        <p>
          {`All learners and coaches of ${program.name}`}
          {asOf ? `, as they stood on ${formatDate(asOf)}` : ''}, as an Excel workbook. Filters and views do not leave
          anybody out.
        </p>
        <TextField
          label="Who it is for"
          value={audience}
          onChange={(text) => setAudience(text.slice(0, 80))}
          description="Printed in the workbook and kept in the log of exports."
          autoFocus
        />
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
          <Button kind="primary" type="submit" isBusy={isRunning}>
            Export workbook
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
