import './toggles.css'
import { Switch as AriaSwitch } from 'react-aria-components'

export interface SwitchProps {
  label: string
  value: boolean
  onChange: (value: boolean) => void
  isDisabled?: boolean
}

/** A setting that takes effect at once. */
export function Switch({ label, value, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className="cd-check" isSelected={value}>
      <span className="cd-switch-track">
        <span className="cd-switch-thumb" />
      </span>
      {label}
    </AriaSwitch>
  )
}
