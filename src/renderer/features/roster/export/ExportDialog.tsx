import { useState } from 'react'
import { useFileJob } from '#renderer/app/useFileJob.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Input, Output } from '#shared/contract.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { useDay } from '../useDay.ts'
import { exportFacts, type ExportId, type ExportJob, exportSentence, savedSentence } from './exports.ts'
import { LeftOut } from './LeftOut.tsx'
import type { OnScreen } from './onScreen.ts'

interface ExportDialogProps {
  id: ExportId
  program: Program
  /** What the grid shows at this moment. */
  screen: OnScreen
  asOf?: PlainDate
  today: PlainDate
  onClose: () => void
}

type Exported = Output<ExportJob>

/** Says what an export will hold and asks for whom it is, writes it, and names who is not in it. */
export function ExportDialog({ id, program, screen, asOf, today, onClose }: ExportDialogProps) {
  const { job, title, verb } = exportFacts[id]
  const { save, running, problem } = useFileJob<ExportJob>(job)
  const [audience, setAudience] = useState('Program office')
  const [organisation, setOrganisation] = useState<number | null>(null)
  const [organisationError, setOrganisationError] = useState<string>()
  const [group, setGroup] = useState('student')
  const from = useDay(id === 'changes' ? addDays(today, -30) : null, 'Enter the first day')
  const to = useDay(id === 'changes' ? today : null, 'Enter the last day')
  const [saved, setSaved] = useState<Exported | null>(null)

  /** What the job takes, or null where a field is wrong, which then says so. */
  const readInput = (): Input<ExportJob> | null => {
    const common = { programId: program.id, audience: audience.trim() || 'Program office', ...(asOf && { asOf }) }
    if (id === 'screen') return { ...common, onScreen: screen }
    if (id === 'elentra') {
      if (organisation === null) setOrganisationError('Enter the number of the organization in Elentra')
      return organisation === null
        ? null
        : { ...common, organisationId: organisation, group: group.trim() || 'student' }
    }
    if (id === 'changes') {
      const mayBeSent = [from.check(), to.check()].every(Boolean)
      if (!mayBeSent || from.day === null || to.day === null) return null
      return { programId: program.id, audience: common.audience, from: from.day, to: to.day }
    }
    return common
  }
  const run = async (): Promise<void> => {
    const input = readInput()
    const staged = input && (await save(input))
    if (!staged) return
    if ('leftOut' in staged && staged.leftOut.length > 0) return setSaved(staged)
    onClose()
    showToast({ message: savedSentence(id, staged.name, program, asOf) })
  }

  if (saved && 'leftOut' in saved) return <LeftOut exported={saved} onClose={onClose} />
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!running) void run()
        }}
      >
        <p>{exportSentence(id, program, asOf, screen)}</p>
        {id === 'changes' && (
          <div className="cd-roster-fields">
            <DateField label="From" {...from.field} />
            <DateField label="To" {...to.field} />
          </div>
        )}
        {id === 'elentra' && (
          <div className="cd-roster-fields">
            <NumberField
              label="Organization ID"
              min={1}
              value={organisation}
              onChange={(number) => {
                setOrganisation(number)
                setOrganisationError(undefined)
              }}
              error={organisationError}
              description="The number Elentra has for the school."
              isRequired
              autoFocus
            />
            <TextField label="Group" value={group} onChange={(text) => setGroup(text.slice(0, 40))} />
          </div>
        )}
        <TextField
          label="Who it is for"
          value={audience}
          onChange={(text) => setAudience(text.slice(0, 80))}
          description="Kept in the log of exports; a workbook prints it too."
          autoFocus={id !== 'elentra'}
        />
        {problem && <ProblemNotice problem={problem} />}
        {running && <Progress {...running} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={running !== null}>
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
