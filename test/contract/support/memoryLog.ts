import type { Log } from '#main/log.ts'

/** A log that a test can read. */
export function createMemoryLog(): Log & { errors: { reference: string; message: string; error: unknown }[] } {
  const errors: { reference: string; message: string; error: unknown }[] = []
  return {
    errors,
    info: () => undefined,
    warn: () => undefined,
    error: (message, error) => {
      const reference = `TEST${errors.length + 1}`
      errors.push({ reference, message, error })
      return reference
    },
  }
}
