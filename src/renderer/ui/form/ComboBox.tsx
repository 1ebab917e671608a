import './field.css'
import { ChevronDown } from 'lucide-react'
import { ComboBox as AriaComboBox, Button, Group, Input, ListBox, Popover } from 'react-aria-components'
import { foldText } from '#shared/kernel/text.ts'
import { type Choice, ChoiceItem } from './Choice.tsx'
import { FieldLabel, FieldNotes } from './FieldNotes.tsx'
import { fieldAttributes, type FieldProps } from './fieldProps.ts'

export interface ComboBoxProps<T extends string> extends FieldProps<T | null> {
  choices: readonly Choice<T>[]
  placeholder?: string
}

/** One of many known values, found by typing any part of it, with or without accents. */
export function ComboBox<T extends string>({ choices, placeholder, ...props }: ComboBoxProps<T>) {
  return (
    <AriaComboBox
      {...fieldAttributes(props)}
      defaultItems={choices}
      defaultFilter={(text, typed) => foldText(text).includes(foldText(typed))}
      menuTrigger="focus"
      allowsEmptyCollection
      value={props.value}
      onChange={(key) => props.onChange(choices.find(({ id }) => id === key)?.id ?? null)}
      onBlur={() => props.onBlur?.()}
      isInvalid={props.error !== undefined}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} />
      <Group className="cd-input">
        <Input {...(placeholder && { placeholder })} />
        <Button>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Group>
      <FieldNotes description={props.description} error={props.error} />
      <Popover className="cd-popover" offset={4}>
        <ListBox<Choice<T>>
          className="cd-list"
          renderEmptyState={() => <div className="cd-list-empty">Nothing fits what was typed</div>}
        >
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
