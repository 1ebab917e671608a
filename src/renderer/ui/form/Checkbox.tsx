import './toggles.css'
import { Check, Minus } from 'lucide-react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

export interface CheckboxProps {
  /** What is true when it is checked. */
  label: string
  value: boolean
  onChange: (value: boolean) => void
  /** Some of what it stands for is checked. */
  isIndeterminate?: boolean
  isDisabled?: boolean
  name?: string
}

/** Something that is so or not, saved with its form. For what takes effect at once see Switch. */
export function Checkbox({ label, value, onChange, name, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="cd-check" data-field={name} isSelected={value} onChange={onChange}>
      {({ isIndeterminate, isSelected }) => (
        <>
          <span className="cd-check-box">
            {isIndeterminate ? (
              <Minus size={12} strokeWidth={3} aria-hidden />
            ) : (
              isSelected && <Check size={12} strokeWidth={3} aria-hidden />
            )}
          </span>
          {label}
        </>
      )}
    </AriaCheckbox>
  )
}
