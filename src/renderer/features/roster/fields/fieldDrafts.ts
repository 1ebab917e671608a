import type { Id } from '#shared/kernel/ids.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import {
  type CustomField,
  type CustomFieldDraft,
  customFieldDraftSchema,
  type CustomFieldKind,
} from '#shared/roster/customFields.ts'

/** A field of the program as it is typed. */
export interface FieldDraft {
  /** Tells the drafts of one dialog apart. */
  key: string
  /** Absent for a new one. */
  id?: Id
  name: string
  kind: CustomFieldKind
  /** One choice per line; kept while the kind is another, so that trying kinds loses nothing. */
  choices: string
}

export const draftOf = ({ id, name, kind, choices }: CustomField): FieldDraft => ({
  key: id,
  id,
  name,
  kind,
  choices: choices.join('\n'),
})

const choicesIn = ({ kind, choices }: FieldDraft): string[] => {
  if (kind !== 'choice') return []
  const texts = choices.split('\n').map(tidyText)
  return [...new Set(texts)].filter((text) => text !== '')
}

/** The fields as the contract takes them, or what is wrong by draft and field: "3.name". */
export function readDrafts(drafts: readonly FieldDraft[]): { fields: CustomFieldDraft[]; errors: Map<string, string> } {
  const errors = new Map<string, string>()
  const fields: CustomFieldDraft[] = []
  for (const draft of drafts) {
    const { id, key, name, kind } = draft
    const read = customFieldDraftSchema.safeParse({
      ...(id && { id }),
      name: tidyText(name),
      kind,
      choices: choicesIn(draft),
    })
    for (const { path, message } of read.error?.issues ?? []) errors.set(`${key}.${String(path[0])}`, message)
    if (isNameTaken(draft, drafts)) errors.set(`${key}.name`, 'Another field has this name.')
    if (read.success) fields.push(read.data)
  }
  return { fields, errors }
}

function isNameTaken(draft: FieldDraft, drafts: readonly FieldDraft[]): boolean {
  const folded = foldText(tidyText(draft.name))
  const before = drafts.slice(0, drafts.indexOf(draft))
  return folded !== '' && before.some(({ name }) => foldText(tidyText(name)) === folded)
}

/** The list with one item a place up or down; the same list where it is at that end. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const target = index + by
  return target < 0 || target >= list.length ? [...list] : list.toSpliced(index, 1).toSpliced(target, 0, list[index]!)
}
