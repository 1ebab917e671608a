/**
 * Shows a field and puts the focus into it. Where there is no such field, the nearest part around it is shown:
 * of "choices.goals.0.measure" the goal, or else the goals.
 */
export function focusField(page: HTMLElement, field: string): void {
  const parts = field.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.')
    const found = page.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`)
    if (!found) continue
    found.scrollIntoView({ block: 'center' })
    found.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
    return
  }
}
