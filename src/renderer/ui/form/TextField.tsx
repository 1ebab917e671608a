import './field.css'
import { TextField as AriaTextField, Input, TextArea } from 'react-aria-components'
import { FieldLabel, FieldNotes } from './FieldNotes.tsx'
import { fieldAttributes, type FieldProps } from './fieldProps.ts'

export interface TextFieldProps extends FieldProps<string> {
  placeholder?: string
  /** Several lines. */
  isMultiline?: boolean
}

/** A line, or several, of text. */
export function TextField({ placeholder, isMultiline = false, ...props }: TextFieldProps) {
  const { label, value, onChange, onBlur, description, error, isLabelHidden } = props
  const Control = isMultiline ? TextArea : Input
  return (
    <AriaTextField
      {...fieldAttributes(props)}
      value={value}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={label} isHidden={isLabelHidden} />
      <Control className="cd-input" {...(placeholder && { placeholder })} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}
