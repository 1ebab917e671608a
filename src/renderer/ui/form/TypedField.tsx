import './field.css'
import { Group, Input, TextField } from 'react-aria-components'
import { FieldLabel, FieldNotes } from './FieldNotes.tsx'
import { fieldAttributes, type TypedFieldProps } from './fieldProps.ts'
import { useTypedText } from './useTypedText.ts'

interface Props<T> extends TypedFieldProps<T> {
  format: (value: T) => string
  parse: (text: string) => T | null
  unreadable: (text: string) => string
  unit?: string
}

/** The frame of the numeric fields: typed text, right-aligned, with its unit behind it. */
export function TypedField<T>({ unit, ...props }: Props<T>) {
  const typed = useTypedText(props)
  const error = typed.error ?? props.error
  return (
    <TextField
      {...fieldAttributes(props)}
      data-numeric
      value={typed.text}
      onChange={typed.type}
      onBlur={typed.leave}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} />
      <Group className="cd-input">
        <Input inputMode="decimal" autoComplete="off" />
        {unit && <span className="cd-input-unit">{unit}</span>}
      </Group>
      <FieldNotes description={props.description} error={error} />
    </TextField>
  )
}
