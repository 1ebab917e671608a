/** Every key of the window that is not typing, in one place: what listens, what tooltips say and what `?` shows. */
export const shortcuts = {
  commands: { keys: 'Ctrl+K', label: 'Search people and commands' },
  undo: { keys: 'Ctrl+Z', label: 'Undo the last change' },
  redo: { keys: 'Ctrl+Y', label: 'Redo what was undone' },
  redoToo: { keys: 'Ctrl+Shift+Z', label: 'Redo, too' },
  save: { keys: 'Ctrl+S', label: 'Save a form; everything else is saved as it is typed' },
  openFile: { keys: 'Ctrl+O', label: 'Open a data file' },
  back: { keys: 'Alt+Left', label: 'Back to the page before' },
  forward: { keys: 'Alt+Right', label: 'Forward again' },
  keys: { keys: '?', label: 'Show these keys' },
  keysToo: { keys: 'F1', label: 'Show these keys, also while typing and in a table' },
} as const satisfies Record<string, Shortcut>

export interface Shortcut {
  /** "Ctrl+Shift+Z"; Ctrl is the Command key on a Mac. */
  readonly keys: string
  readonly label: string
}

export type ShortcutName = keyof typeof shortcuts

/** Keys that parts of the window handle themselves, for the map of keys. */
export const localShortcuts: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'In a table',
    shortcuts: [
      { keys: 'Ctrl+F', label: 'Search this table' },
      { keys: 'Enter', label: 'Edit the cell, or finish it and go down' },
      { keys: 'F2', label: 'Edit the cell, keeping what is there' },
      { keys: 'Tab', label: 'Finish the cell and go right' },
      { keys: 'Esc', label: 'Leave the cell as it was; close the pane beside' },
      { keys: 'Delete', label: 'Empty the selected cells' },
      { keys: 'Space', label: 'Tick the row' },
      { keys: 'Ctrl+Enter', label: 'Show the details of the row' },
      { keys: 'Alt+Down', label: 'Sort, filter, move or hide the column' },
      { keys: 'Shift+Arrows', label: 'Select a block of cells' },
      { keys: 'Ctrl+A', label: 'Select everything that is shown' },
      { keys: 'Ctrl+C', label: 'Copy the selection, for Excel' },
      { keys: 'Ctrl+V', label: 'Paste a block from Excel' },
      { keys: 'Ctrl+Home', label: 'Go to the first cell' },
      { keys: 'Ctrl+End', label: 'Go to the last cell' },
    ],
  },
  {
    title: 'Messages and panes',
    shortcuts: [
      { keys: 'F6', label: 'Go to the messages' },
      { keys: 'Esc', label: 'Close the dialog, the menu or the pane' },
    ],
  },
]

/** What is read of a keyboard event. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** The shortcut that was pressed, or null. */
export function matchShortcut(press: KeyPress): ShortcutName | null {
  const pressed = keysOf(press)
  return names.find((name) => shortcuts[name].keys === pressed) ?? null
}

const names = Object.keys(shortcuts) as ShortcutName[]

function keysOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const isLetter = /^[a-z]$/i.test(key)
  const named = key.startsWith('Arrow') ? key.slice('Arrow'.length) : isLetter ? key.toUpperCase() : key
  // A sign such as ? already says that Shift was held.
  const shift = shiftKey && (isLetter || key.length > 1)
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shift && 'Shift', named].filter(Boolean).join('+')
}

/** Keys that belong to the text while one is being typed: undoing letters, a question mark, moving by words. */
const keptByText: ReadonlySet<ShortcutName> = new Set(['undo', 'redo', 'redoToo', 'keys', 'back', 'forward'])

/** Whether the window may act on a shortcut, or the field that has the focus keeps it. */
export function actsWhileTyping(name: ShortcutName): boolean {
  return !keptByText.has(name)
}

/** The name of a key as it stands on this keyboard. */
const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

export function keysHere(keys: string): string {
  return isMac ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥') : keys
}
