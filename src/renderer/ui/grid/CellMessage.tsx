import { CircleAlert } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Popover } from 'react-aria-components'

/** Says at the cell why its text cannot stand there. It does not take the focus. */
export function CellMessage({ trigger, children }: { trigger: RefObject<Element | null>; children: ReactNode }) {
  return (
    <Popover className="cd-cell-message" triggerRef={trigger} isOpen isNonModal placement="bottom start" offset={2}>
      <CircleAlert size={14} aria-hidden />
      {children}
    </Popover>
  )
}
