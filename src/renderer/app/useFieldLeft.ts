import { type RefObject, useEffect } from 'react'

/** Calls when the focus leaves a field of the form, but not within one, from its text to its calendar. */
export function useFieldLeft(form: RefObject<HTMLFormElement | null>, onLeft: () => void): void {
  useEffect(() => {
    const element = form.current!
    const look = ({ target, relatedTarget }: FocusEvent): void => {
      const field = (target as HTMLElement).closest('.cd-field')
      if (!field?.contains(relatedTarget as Node | null)) onLeft()
    }
    element.addEventListener('focusout', look)
    return () => element.removeEventListener('focusout', look)
  }, [form, onLeft])
}
