import './field.css'
import './Select.css'
import { ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components'
import { type Choice, ChoiceItem } from './Choice.tsx'
import { FieldLabel, FieldNotes } from './FieldNotes.tsx'
import { fieldAttributes, type FieldProps } from './fieldProps.ts'

export interface SelectProps<T extends string> extends Omit<FieldProps<T | null>, 'onChange'> {
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  placeholder?: string
}

/** One of a few known values. For more than about fifteen, ComboBox lets one type. */
export function Select<T extends string>({ choices, placeholder = 'Choose', ...props }: SelectProps<T>) {
  return (
    <AriaSelect
      {...fieldAttributes(props)}
      placeholder={placeholder}
      value={props.value}
      onChange={(key) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice) props.onChange(choice.id)
      }}
      onBlur={() => props.onBlur?.()}
      isInvalid={props.error !== undefined}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} />
      <Button className="cd-input cd-select">
        <SelectValue className="cd-select-value">
          {({ selectedText }) => selectedText || <span className="cd-select-placeholder">{placeholder}</span>}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <FieldNotes description={props.description} error={props.error} />
      <Popover className="cd-popover" offset={4}>
        <ListBox className="cd-list" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
