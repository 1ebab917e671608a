import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { type Preferences, preferencesSchema } from '#shared/workspace/schema.ts'

const usual: Preferences = { theme: 'system', density: 'normal', programId: null }

const settingsSchema = z.object({
  actor: z.string().nullable().default(null),
  // Those of another version are no reason to forget who "you" are.
  preferences: preferencesSchema.default(usual).catch(usual),
  recent: z.array(z.object({ path: z.string(), openedAt: z.string() })).default([]),
})

type SettingsData = z.infer<typeof settingsSchema>

const maxRecent = 20

/** What this workstation remembers between runs, in one small JSON file: who "you" are, how you like the window, the files opened lately. */
export class Settings {
  readonly #path: string
  #data: SettingsData

  constructor(folder: string) {
    this.#path = join(folder, 'settings.json')
    this.#data = read(this.#path)
  }

  /** Who the history says did it; the operating system's user until somebody says otherwise. */
  get actor(): string {
    return this.#data.actor ?? osUser()
  }

  get recent(): SettingsData['recent'] {
    return this.#data.recent
  }

  setActor(actor: string): void {
    this.#save({ ...this.#data, actor })
  }

  get preferences(): Preferences {
    return this.#data.preferences
  }

  setPreferences(changed: Partial<Preferences>): void {
    this.#save({ ...this.#data, preferences: { ...this.#data.preferences, ...changed } })
  }

  noteOpened(path: string, openedAt: string): void {
    const others = this.#data.recent.filter((file) => file.path !== path)
    this.#save({ ...this.#data, recent: [{ path, openedAt }, ...others].slice(0, maxRecent) })
  }

  #save(data: SettingsData): void {
    this.#data = data
    mkdirSync(join(this.#path, '..'), { recursive: true })
    writeFileSync(`${this.#path}.part`, JSON.stringify(data, null, 2))
    renameSync(`${this.#path}.part`, this.#path)
  }
}

/** Settings that cannot be read are no reason not to start: they begin anew. */
function read(path: string): SettingsData {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return settingsSchema.parse({})
  }
}

function osUser(): string {
  try {
    return userInfo().username
  } catch {
    // An account without a name, as in some containers.
    return 'Administrator'
  }
}
