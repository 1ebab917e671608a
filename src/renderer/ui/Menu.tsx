import './Popover.css'
import { Check, type LucideIcon } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

export interface MenuAction {
  id: string
  label: string
  icon?: LucideIcon
  /** "Ctrl+D" */
  shortcut?: string
  isDisabled?: boolean
  /** It is how things are now: one of several ways to choose from. */
  isCurrent?: boolean
  /** Removes or erases something. */
  isDanger?: boolean
  onAction: () => void
}

export interface MenuProps {
  /** A Button or IconButton that opens it. */
  children: ReactElement
  label: string
  /** The actions, in groups with a line between them. */
  groups: readonly (readonly MenuAction[])[]
}

/** Actions behind a button. */
export function Menu({ children, label, groups }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="cd-popover" offset={4}>
        <AriaMenu className="cd-list" aria-label={label}>
          {groups.map((actions, index) => (
            <Fragment key={actions[0]?.id}>
              {index > 0 && <Separator className="cd-list-separator" />}
              {actions.map((action) => (
                <Action key={action.id} action={action} />
              ))}
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Action({ action }: { action: MenuAction }) {
  const Icon = action.isCurrent ? Check : action.icon
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      className="cd-option"
      isDisabled={action.isDisabled ?? false}
      onAction={action.onAction}
      {...(action.isDanger && { 'data-danger': true })}
    >
      {Icon && <Icon size={16} aria-hidden />}
      <span className="cd-option-text">
        {action.label}
        {action.isCurrent && <span className="cd-visually-hidden">(current)</span>}
      </span>
      {action.shortcut && <Kbd keys={action.shortcut} />}
    </MenuItem>
  )
}
