import './Button.css'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, ProgressBar } from 'react-aria-components'

export interface ButtonProps {
  /** A verb with its object: "Import roster". */
  children: ReactNode
  onPress?: () => void
  /** `primary` once per page; `danger` only for what cannot be undone. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: LucideIcon
  /** Shows that work goes on and ignores presses, without losing the focus. */
  isBusy?: boolean
  isDisabled?: boolean
  type?: 'button' | 'submit'
  autoFocus?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button with words. For an icon alone see IconButton. */
export function Button({ children, kind = 'plain', icon: Icon, isBusy = false, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className="cd-button" data-kind={kind} isPending={isBusy}>
      {isBusy ? (
        // Its name is what a screen reader says when the work begins.
        <ProgressBar isIndeterminate aria-label="In progress" className="cd-button-busy">
          <LoaderCircle className="cd-spin" size={16} aria-hidden />
        </ProgressBar>
      ) : (
        Icon && <Icon size={16} aria-hidden />
      )}
      {children}
    </AriaButton>
  )
}
