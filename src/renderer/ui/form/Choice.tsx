import '../Popover.css'
import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components'

/** One of the values a field may take. */
export interface Choice<T extends string = string> {
  id: T
  label: string
  /** A second line where the label does not say enough. */
  description?: string
}

/** A choice in the list of a Select or ComboBox. */
export function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="cd-option">
      {({ isSelected }) => (
        <>
          <span className="cd-option-text">
            {choice.label}
            {choice.description && <small>{choice.description}</small>}
          </span>
          {isSelected && <Check className="cd-option-check" size={16} aria-hidden />}
        </>
      )}
    </ListBoxItem>
  )
}
