/**
 * Takes the focus when what had it inside is removed or disabled: the browser drops it on the page then, where Esc
 * closes nothing and Tab begins at the top. A ref for a dialog or a pane, which must itself be focusable.
 */
export function keepFocus(pane: HTMLElement | null) {
  if (!pane) return
  let focused: EventTarget | null = null
  const onFocusIn = ({ target }: FocusEvent) => {
    focused = target
  }
  const observer = new MutationObserver(() => {
    const isLost = focused instanceof Element && (!focused.isConnected || focused.matches(':disabled'))
    const isBehind = pane.closest('[inert], [aria-hidden="true"]') !== null
    if (isLost && document.activeElement === document.body && !isBehind) pane.focus()
  })
  pane.addEventListener('focusin', onFocusIn)
  observer.observe(pane, { childList: true, subtree: true })
  return () => {
    pane.removeEventListener('focusin', onFocusIn)
    observer.disconnect()
  }
}
