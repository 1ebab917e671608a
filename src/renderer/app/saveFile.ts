import type { FileContent } from '#shared/workspace/schema.ts'

/** Hands a file to the browser, or to the window's download dialog. */
export function saveFile({ name, mime, base64 }: FileContent): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the bytes once it has begun.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
