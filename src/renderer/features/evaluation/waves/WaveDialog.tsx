import { useState } from 'react'
import * as z from 'zod'
import { problemOf, useChange, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { type Administration, identities, identityLabels, populations } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { identityNotes } from '../evaluationWords.ts'
import { useEvaluationSearch } from '../useEvaluationSearch.ts'

interface Props {
  programId: Id
  /** Absent for a new wave. */
  stored?: Administration
  onClose: () => void
}

const day = (what: string) => plainDateSchema.nullable().refine((date) => date !== null, `Enter the day it ${what}.`)

const schema = z.object({
  instrumentKey: z.string().min(1, 'Choose an instrument.'),
  name: z.string().trim().min(1, 'Name the wave.').max(120),
  population: z.enum(populations),
  opensOn: day('opens'),
  closesOn: day('closes'),
  identity: z.enum(identities),
})

const blank: z.input<typeof schema> = {
  instrumentKey: '',
  name: '',
  population: 'learners',
  opensOn: null,
  closesOn: null,
  identity: 'confidential',
}

const populationLabels = { learners: 'Learners', coaches: 'Coaches' } as const

/** Adds a wave, or changes one: which instrument, who is asked, when, and how answers are tied to people. */
export function WaveDialog({ programId, stored, onClose }: Props) {
  const form = useForm(schema, stored ? pick(stored) : blank)
  const instruments = useRead('evaluation.listInstruments', {}).data ?? []
  const { showWave } = useEvaluationSearch()
  const save = useChange('evaluation.saveAdministration')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  return (
    <Dialog title={stored ? 'Edit wave' : 'Add wave'} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={form.submit(async ({ opensOn, closesOn, ...draft }) => {
          if (opensOn === null || closesOn === null) return
          setProblem(null)
          try {
            const saved = await save.mutateAsync({
              programId,
              administration: {
                ...draft,
                opensOn,
                closesOn,
                ...(stored && { id: stored.id, revision: stored.revision, expected: stored.expected }),
              },
            })
            onClose()
            showWave(saved)
            await done(`${stored ? 'Changed' : 'Added'} the wave ${draft.name}`)
          } catch (error) {
            setProblem(problemOf(error))
          }
        })}
      >
        <Select
          label="Instrument"
          isRequired
          choices={instruments.map(({ key, name }) => ({ id: key, label: name }))}
          {...form.field('instrumentKey')}
        />
        <TextField label="Name of the wave" description="Fall 2026, for example." isRequired {...form.field('name')} />
        <Select
          label="Who is asked"
          choices={populations.map((id) => ({ id, label: populationLabels[id] }))}
          {...form.field('population')}
        />
        <div className="cd-wave-days">
          <DateField label="Opens" isRequired {...form.field('opensOn')} />
          <DateField label="Closes" isRequired {...form.field('closesOn')} />
        </div>
        <RadioGroup
          label="How answers are tied to people"
          choices={identities.map((id) => ({ id, label: identityLabels[id], description: identityNotes[id] }))}
          {...form.field('identity')}
        />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            {stored ? 'Save wave' : 'Add wave'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const pick = ({ instrumentKey, name, population, opensOn, closesOn, identity }: Administration) => ({
  instrumentKey,
  name,
  population,
  opensOn,
  closesOn,
  identity,
})
