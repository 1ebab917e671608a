import { Link } from '@tanstack/react-router'
import {
  EllipsisVertical,
  FilePlus,
  FolderOpen,
  HardDriveDownload,
  Keyboard,
  Monitor,
  Moon,
  Redo2,
  Search,
  Sun,
  Undo2,
  User,
} from 'lucide-react'
import { Button } from 'react-aria-components'
import { JobsButton } from '#renderer/app/frame/JobsButton.tsx'
import { ProgramMenu } from '#renderer/app/frame/ProgramMenu.tsx'
import { keysHere, shortcuts } from '#renderer/app/shortcuts.ts'
import { themeLabels, themes, usePrefer, usePreferences } from '#renderer/app/preferences.ts'
import { useActions } from '#renderer/app/useActions.ts'
import { useOpenFile } from '#renderer/app/useWorkspace.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'
import type { Program } from '#shared/program/schema.ts'

/** Which program this is about, search and commands, undo and redo, jobs in progress. */
export function TopBar({ program }: { program: Program | null }) {
  const actions = useActions()
  const file = useOpenFile()
  return (
    <header className="cd-topbar">
      <div className="cd-topbar-program">
        {file ? (
          <ProgramMenu program={program} />
        ) : (
          <Link to="/" className="cd-brand">
            Coachdesk
          </Link>
        )}
      </div>
      <Button className="cd-commands-button" onPress={actions.commands}>
        <Search size={14} aria-hidden />
        <span>{program ? 'Search people and commands' : 'Search commands'}</span>
        <Kbd keys={keysHere(shortcuts.commands.keys)} />
      </Button>
      <div className="cd-topbar-end">
        <JobsButton />
        {file && (
          <>
            <UndoButton
              icon={Undo2}
              verb="Undo"
              label={file.undo?.label}
              keys={shortcuts.undo.keys}
              onPress={actions.undo}
            />
            <UndoButton
              icon={Redo2}
              verb="Redo"
              label={file.redo?.label}
              keys={shortcuts.redo.keys}
              onPress={actions.redo}
            />
          </>
        )}
        <MoreMenu />
      </div>
    </header>
  )
}

interface UndoButtonProps {
  icon: typeof Undo2
  verb: 'Undo' | 'Redo'
  /** What it would undo; undefined when there is nothing. */
  label: string | undefined
  keys: string
  onPress: () => void
}

/** Stays pressable with nothing to undo, so that its tooltip can say so. */
function UndoButton({ icon: Icon, verb, label, keys, onPress }: UndoButtonProps) {
  const name = label === undefined ? `Nothing to ${verb.toLowerCase()}` : `${verb}: ${label}`
  return (
    <Tooltip text={name} shortcut={keysHere(keys)}>
      <Button
        className="cd-icon-button"
        aria-label={name}
        onPress={onPress}
        {...(label === undefined && { 'data-idle': true })}
      >
        <Icon size={16} aria-hidden />
      </Button>
    </Tooltip>
  )
}

const themeIcons = { system: Monitor, light: Sun, dark: Moon }

function MoreMenu() {
  const actions = useActions()
  const { theme } = usePreferences()
  const prefer = usePrefer()
  return (
    <Menu
      label="Settings and help"
      groups={[
        themes.map((choice) => ({
          id: choice,
          label: `Theme: ${themeLabels[choice].toLowerCase()}`,
          icon: themeIcons[choice],
          isCurrent: choice === theme,
          onAction: () => prefer({ theme: choice }),
        })),
        [{ id: 'actor', label: 'Change your name…', icon: User, onAction: actions.actor }],
        [
          { id: 'newFile', label: 'New data file…', icon: FilePlus, onAction: actions.newFile },
          {
            id: 'openFile',
            label: 'Open data file…',
            icon: FolderOpen,
            shortcut: keysHere(shortcuts.openFile.keys),
            onAction: actions.openFile,
          },
          { id: 'backUp', label: 'Back up now', icon: HardDriveDownload, onAction: actions.backUp },
        ],
        [{ id: 'keys', label: 'Keyboard', icon: Keyboard, shortcut: shortcuts.keys.keys, onAction: actions.keys }],
      ]}
    >
      <IconButton icon={EllipsisVertical} label="Settings and help" />
    </Menu>
  )
}
