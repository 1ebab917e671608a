import './field.css'
import './toggles.css'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components'
import type { Choice } from './Choice.tsx'
import { FieldLabel, FieldNotes } from './FieldNotes.tsx'
import { fieldAttributes, type FieldProps } from './fieldProps.ts'

export interface RadioGroupProps<T extends string> extends Omit<FieldProps<T | null>, 'onChange'> {
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
}

/** One of two to five values, all seen at once. */
export function RadioGroup<T extends string>({ choices, ...props }: RadioGroupProps<T>) {
  const { autoFocus: _, ...attributes } = fieldAttributes(props)
  return (
    <AriaRadioGroup
      {...attributes}
      value={props.value}
      onChange={(id) => {
        const choice = choices.find((candidate) => candidate.id === id)
        if (choice) props.onChange(choice.id)
      }}
      onBlur={() => props.onBlur?.()}
      isInvalid={props.error !== undefined}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} />
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className="cd-check">
          <span className="cd-radio-dot" />
          <span className="cd-check-text">
            {choice.label}
            {choice.description && <small>{choice.description}</small>}
          </span>
        </Radio>
      ))}
      <FieldNotes description={props.description} error={props.error} />
    </AriaRadioGroup>
  )
}
