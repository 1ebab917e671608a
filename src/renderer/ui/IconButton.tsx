import './Button.css'
import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps {
  icon: LucideIcon
  /** What it does: its name for screen readers and its tooltip. */
  label: string
  onPress?: () => void
  /** Keys that do the same, shown in the tooltip: "Ctrl+Z". */
  shortcut?: string
  isDisabled?: boolean
}

/** A button that is only an icon; its name shows on hover and on focus. */
export function IconButton({ icon: Icon, label, shortcut, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut && { shortcut })}>
      <AriaButton {...props} className="cd-icon-button" aria-label={label}>
        <Icon size={16} aria-hidden />
      </AriaButton>
    </Tooltip>
  )
}
