import { useFileImport } from '#renderer/app/import/useFileImport.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import type { MissingChoices } from './missing.ts'
import type { Reading } from './reading.ts'

/** What is to come of people the file does not name, once it is imported. */
export interface AfterImport {
  choices: MissingChoices
  fromOn: PlainDate
}

/** An import from file to roster. The kind of roster belongs to how the file is read: it can be changed on the way. */
export function useImport(programId: string, kind: PeopleKind) {
  const roster = useFileImport({
    preview: 'roster.previewImport',
    apply: 'roster.applyImport',
    first: { as: kind },
    input: (handle, reading: Reading & { as: PeopleKind }) => ({ handle, programId, ...reading }),
  })
  return {
    ...roster,
    /** Reads the same file in another way, or as the other kind of roster. */
    readAgain: (how: Reading, as: PeopleKind = kind) => roster.readAgain({ ...how, as }),
    readSoon: (how: Reading) => roster.readSoon({ ...how, as: kind }),
    apply: async (badRows: 'skip' | 'refuse', { choices, fromOn }: AfterImport): Promise<void> => {
      const missing = Object.keys(choices).length > 0 ? { missing: { statuses: choices, fromOn } } : {}
      await roster.apply({ badRows, ...missing })
    },
  }
}
