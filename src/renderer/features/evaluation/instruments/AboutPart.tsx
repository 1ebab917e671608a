import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { abouts, instrumentClasses } from '#shared/evaluation/instrumentSchema.ts'
import { respondentLabels, respondents } from '#shared/program/design/assessment.ts'
import type { EditorForm } from './editorForm.ts'
import { aboutLabels, classLabels, classNotes } from './words.ts'

interface Props {
  form: EditorForm
  /** Its waves are under the rules for what it asks about, so that stays. */
  isStored: boolean
}

/** What the instrument is called, who answers, and under which rules the answers come. */
export function AboutPart({ form, isStored }: Props) {
  const stays = isStored && { description: 'Stays as it is: it decides who may see the answers.', isDisabled: true }
  return (
    <section className="cd-instrument-about">
      <TextField label="Name" isRequired autoFocus {...form.field('name')} />
      <Select
        label="Who answers"
        choices={respondents.map((id) => ({ id, label: respondentLabels[id] }))}
        {...form.field('respondents')}
      />
      <Select
        label="About"
        choices={abouts.map((id) => ({ id, label: aboutLabels[id] }))}
        {...form.field('about')}
        {...stays}
      />
      <Select
        label="Asks for"
        choices={instrumentClasses.map((id) => ({ id, label: classLabels[id], description: classNotes[id] }))}
        {...form.field('dataClass')}
        {...stays}
      />
      <TextField
        label="What to watch for in the answers"
        description="Who reads them, how soon, and what they do. Empty where nothing can be urgent."
        isMultiline
        {...form.field('monitoringDuty')}
      />
      <TextField
        label="To know"
        description="Notes on the rule and its sources, one to a line."
        isMultiline
        {...form.field('notes')}
      />
    </section>
  )
}
