import './Tooltip.css'
import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

export interface TooltipProps {
  text: string
  shortcut?: string
  /** A React Aria control: Button, IconButton's inner button, Link. */
  children: ReactElement
}

/** A short explanation of a control, on hover and on focus. Never the only place where something is said. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="cd-tooltip" offset={6}>
        {text}
        {shortcut && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
