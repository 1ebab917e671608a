import { useMemo, useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { ComboBox } from '#renderer/ui/form/ComboBox.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { ReasonField } from '../ReasonField.tsx'
import { useDay } from '../useDay.ts'
import { useSubmit } from '../useSubmit.ts'
import { coachChoices, roomWarning } from './pairingWords.ts'

interface PairDialogProps {
  program: Program
  learners: readonly Learner[]
  today: PlainDate
  onClose: () => void
}

/** Gives learners a coach from a day on; the coach they have ends the day before, unless both stay. */
export function PairDialog(props: PairDialogProps) {
  const coaches = useRead('roster.listCoaches', { programId: props.program.id })
  const [only] = props.learners.length === 1 ? props.learners : []
  const who = only ? displayName(only) : count(props.learners.length, 'learner')
  const title = only?.coachId ? `Change the coach of ${who}` : `Pair ${who} with a coach`
  return (
    <Dialog title={title} isOpen onClose={props.onClose}>
      {coaches.error && <ProblemNotice problem={coaches.error.problem} />}
      {coaches.isPending && <Skeleton label="Coaches" lines={4} />}
      {coaches.data && <PairForm {...props} coaches={coaches.data} who={who} />}
    </Dialog>
  )
}

function PairForm({
  program,
  learners,
  today,
  onClose,
  coaches,
  who,
}: PairDialogProps & { coaches: Coach[]; who: string }) {
  const client = useClient()
  const done = useDone()
  const [coachId, setCoachId] = useState<string | null>(null)
  const [coachError, setCoachError] = useState<string>()
  const from = useDay(today, 'Enter the first day with the coach')
  const [why, setWhy] = useState('')
  const [keepCurrent, setKeepCurrent] = useState(false)
  const only = learners.length === 1
  const present = new Set(only ? learners.map((learner) => learner.coachId) : [])
  const choices = useMemo(() => coachChoices(coaches, program), [coaches, program])
  const coach = coaches.find(({ id }) => id === coachId)
  const more = learners.filter((learner) => learner.coachId !== coachId).length
  const aboutCoach =
    (coach && roomWarning(coach, more)) ??
    choices.find(({ id }) => id === coachId)?.description ??
    'Coaches with room come first.'

  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    const mayBeSent = from.check()
    if (!coach) setCoachError('Choose a coach')
    if (!coach || !mayBeSent || from.day === null) return
    const { paired, ended, unchanged, warnings } = await client.call('roster.pairLearners', {
      programId: program.id,
      pairs: learners.map(({ id }) => ({ learnerId: id, coachId: coach.id })),
      fromOn: from.day,
      why: why.trim(),
      keepCurrent,
    })
    onClose()
    const name = displayName(coach)
    if (paired + ended === 0)
      return void showToast({ message: `${name} is their coach on that day already`, tone: 'info' })
    for (const { message } of warnings) showToast({ message, tone: 'info' })
    const already = unchanged === 0 ? '' : `; ${unchanged} had that coach already`
    await done(`${only ? who : count(paired, 'learner')} paired with ${name}${already}`)
  })

  return (
    <form noValidate onSubmit={onSubmit}>
      {problem && <ProblemNotice problem={problem} />}
      <ComboBox
        label="Coach"
        name="coach"
        value={coachId}
        choices={choices.filter(({ id }) => !present.has(id))}
        onChange={(id) => {
          setCoachId(id)
          setCoachError(undefined)
        }}
        placeholder="Type a part of the name"
        description={aboutCoach}
        error={coachError}
        isRequired
        autoFocus
      />
      <DateField
        label="From"
        {...from.field}
        {...(hasCoach(learners) && !keepCurrent && { description: 'The coach they have ends the day before.' })}
      />
      <ReasonField label="Why" value={why} onChange={setWhy} />
      {hasCoach(learners) && (
        <Checkbox label="Keep the coach they have too" value={keepCurrent} onChange={setKeepCurrent} />
      )}
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {only ? (learners[0]?.coachId ? 'Change coach' : 'Pair learner') : `Pair ${who}`}
        </Button>
      </DialogActions>
    </form>
  )
}

const hasCoach = (learners: readonly Learner[]): boolean => learners.some(({ coachId }) => coachId !== null)
