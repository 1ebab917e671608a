import { useEffect } from 'react'
import { actsWhileTyping, matchShortcut } from '#renderer/app/shortcuts.ts'
import type { Actions } from '#renderer/app/useActions.ts'

/** Listens for the keys of the window, and for the native menu, which asks for the same actions. */
export function useShortcuts(actions: Actions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const name = event.defaultPrevented ? null : matchShortcut(event)
      if (name === null || (isTyping(event.target) && !actsWhileTyping(name))) return
      // A modal dialog keeps the keys to itself, but for the one that saves its form.
      if (name !== 'save' && document.querySelector('.cd-modal')) return
      event.preventDefault()
      actions[name]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [actions])

  useEffect(
    () =>
      window.coachdesk?.onCommand((command) => {
        if (command === 'showKeys') actions.keys()
        // The menu's Undo in a text field is the field's own.
        else if ((command === 'undo' || command === 'redo') && isTyping(document.activeElement))
          document.execCommand(command)
        else actions[command]()
      }),
    [actions],
  )
}

const textInputs = new Set(['text', 'search', 'email', 'number', 'password', 'tel', 'url'])

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement) return textInputs.has(target.type) && !target.readOnly
  return target instanceof HTMLElement && target.isContentEditable
}
