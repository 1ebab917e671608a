/**
 * What crosses a message port: one string, a tag before JSON text. The tag pairs a reply with its call (a number), or says `event`.
 * Text rather than cloned objects, because a value that cannot be cloned closes Electron's port, while one that
 * is not JSON can still be answered.
 */
export interface Frame {
  tag: string
  json: string
}

const pattern = /^(event|\d{1,15}) /

export function writeFrame(tag: string, json: string): string {
  return `${tag} ${json}`
}

/** Reads a frame; null for whatever else arrives. */
export function readFrame(message: unknown): Frame | null {
  if (typeof message !== 'string') return null
  const tag = pattern.exec(message)?.[1]
  return tag === undefined ? null : { tag, json: message.slice(tag.length + 1) }
}
