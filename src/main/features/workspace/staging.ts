import { newId } from '#main/database/newId.ts'
import { refuse } from '#shared/kernel/problem.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

const mebibyte = 1024 * 1024
const maxFileBytes = 64 * mebibyte
const maxBytes = 256 * mebibyte
/** A file that nobody asked for in so long, in ms, is forgotten. */
const maxAge = 2 * 60 * 60 * 1000

interface Staged {
  readonly name: string
  readonly bytes: Uint8Array
  usedAt: number
}

/** Files on their way in or out, in memory, under handles: the window never sees a path, and nothing is left on disk. */
export class Staging {
  readonly #files = new Map<string, Staged>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Keeps a file for a while; the oldest give way. @throws Refusal `too_large` over 64 MB */
  put(name: string, bytes: Uint8Array): StagedFile {
    if (bytes.length > maxFileBytes)
      throw refuse(
        'too_large',
        `${name} has over 64 MB. Leave out sheets or pictures that are not needed, then try again.`,
      )
    this.#forget()
    const handle = newId()
    this.#files.set(handle, { name, bytes, usedAt: this.#now().getTime() })
    let held = 0
    for (const [other, file] of [...this.#files].toReversed()) {
      held += file.bytes.length
      if (held > maxBytes) this.#files.delete(other)
    }
    return { handle, name, bytes: bytes.length }
  }

  /** @throws Refusal `not_found` where it was forgotten meanwhile */
  get(handle: string): { name: string; bytes: Uint8Array } {
    this.#forget()
    const file = this.#files.get(handle)
    if (!file) throw refuse('not_found', 'This file is no longer held. Choose it again.')
    file.usedAt = this.#now().getTime()
    return file
  }

  #forget(): void {
    const oldest = this.#now().getTime() - maxAge
    for (const [handle, { usedAt }] of this.#files) if (usedAt < oldest) this.#files.delete(handle)
  }
}
