import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { redact } from '#main/redact.ts'

/** Facts beside a message: numbers and words of our own, never what a user typed. */
export type LogData = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(message: string, data?: LogData): void
  warn(message: string, data?: LogData): void
  /** Writes down a bug and returns the reference that the user sees in its place. */
  error(message: string, error?: unknown): string
}

const maxBytes = 1024 * 1024
const kept = 4

/** A log in `folder` on this machine: redacted, a file of 1 MB and three older ones. Trouble with the log is never the user's trouble. */
export function createFileLog(folder: string, now: () => Date): Log {
  const file = path.join(folder, 'coachdesk.log')

  function write(level: string, text: string): void {
    try {
      mkdirSync(folder, { recursive: true })
      if (existsSync(file) && statSync(file).size > maxBytes) rotate(file)
      appendFileSync(file, `${now().toISOString()} ${level} ${text}\n`, { mode: 0o600 })
    } catch {
      // A full disk or a read-only folder: the app goes on without a log.
    }
  }

  return {
    info: (message, data) => write('info', line(message, data)),
    warn: (message, data) => write('warn', line(message, data)),
    error: (message, error) => {
      const reference = newReference()
      write('error', `${reference} ${line(message)}${error === undefined ? '' : `\n${describe(error)}`}`)
      return reference
    },
  }
}

function line(message: string, data: LogData = {}): string {
  const facts = Object.entries(data).map(([key, value]) => ` ${key}=${redact(String(value))}`)
  return redact(message) + facts.join('')
}

function describe(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? String(error)) : String(error)
  const cause = error instanceof Error && error.cause !== undefined ? `\ncaused by ${describe(error.cause)}` : ''
  return redact(text.replaceAll(homedir(), '~')) + cause
}

function rotate(file: string): void {
  for (let age = kept - 1; age >= 1; age--) {
    const from = age === 1 ? file : `${file}.${age - 1}`
    if (existsSync(from)) renameSync(from, `${file}.${age}`)
  }
}

/** Six letters and digits that can be read out over the phone. */
function newReference(): string {
  const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => alphabet[byte % alphabet.length]).join('')
}
