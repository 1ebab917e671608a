import './field.css'
import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { SearchField as AriaSearchField, Button, Group, Input, Label } from 'react-aria-components'

export interface SearchFieldProps {
  /** What is searched: "Search learners". Also the placeholder. */
  label: string
  value: string
  onChange: (value: string) => void
  inputRef?: Ref<HTMLInputElement>
}

/** Finds as one types; Esc empties it. */
export function SearchField({ label, value, onChange, inputRef }: SearchFieldProps) {
  return (
    <AriaSearchField className="cd-field" value={value} onChange={onChange}>
      <Label className="cd-visually-hidden">{label}</Label>
      <Group className="cd-input">
        <Search size={14} aria-hidden />
        <Input placeholder={label} {...(inputRef && { ref: inputRef })} />
        {value !== '' && (
          <Button aria-label="Clear search">
            <X size={14} aria-hidden />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  )
}
