import { useState } from 'react'
import * as z from 'zod'
import { problemOf, useChange } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import {
  type Licence,
  licenceKindLabels,
  licenceKinds,
  licenceSchema,
  type ListedInstrument,
} from '#shared/evaluation/instrumentSchema.ts'
import type { Problem } from '#shared/kernel/problem.ts'

// Without defaults: the form always has every field.
const schema = z.object({
  ...licenceSchema.shape,
  holder: licenceSchema.shape.holder.unwrap(),
  terms: licenceSchema.shape.terms.unwrap(),
  source: licenceSchema.shape.source.unwrap(),
  administrationsLeft: licenceSchema.shape.administrationsLeft.unwrap(),
  expiresOn: licenceSchema.shape.expiresOn.unwrap(),
})

/** Notes what the office may still do with an instrument. It changes no score, so no version is made. */
export function LicenceDialog({ instrument, onClose }: { instrument: ListedInstrument; onClose: () => void }) {
  const form = useForm(schema, instrument.licence)
  const save = useChange('evaluation.saveLicence')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (licence: Licence): Promise<void> => {
    setProblem(null)
    try {
      await save.mutateAsync({ instrumentKey: instrument.key, revision: instrument.revision, licence })
      onClose()
      await done(`Changed the licence of ${instrument.name}`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <Dialog title={`Licence of ${instrument.name}`} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.submit(submit)}>
        <Select
          label="Kind"
          choices={licenceKinds.map((id) => ({ id, label: licenceKindLabels[id] }))}
          {...form.field('kind')}
        />
        <TextField label="Who holds the rights" {...form.field('holder')} />
        <div className="cd-wave-days">
          <NumberField
            label="Administrations left"
            description="Empty where they are not counted."
            max={1_000_000}
            {...form.field('administrationsLeft')}
          />
          <DateField label="Expires" description="The last day it may be used." {...form.field('expiresOn')} />
        </div>
        <TextField label="Terms" isMultiline {...form.field('terms')} />
        <TextField label="Where they stand" {...form.field('source')} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            Save licence
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
