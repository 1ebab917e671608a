import type { GridColumn, Parsed } from '#renderer/ui/grid/gridTypes.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import {
  influenceLabels,
  influences,
  type Stakeholder,
  stakeholderRoleLabels,
  stakeholderRoles,
  stanceLabels,
  stances,
} from '#shared/program/design/stakeholders.ts'
import { readDay, readText } from '../parse.ts'
import { rolesIn, rolesInWords } from './stakeholderEdits.ts'

type TextKey = 'name' | 'body' | 'commitment' | 'nextStep'

const text = (key: TextKey, header: string, width: number): GridColumn<Stakeholder> => ({
  key,
  header,
  kind: 'text',
  width,
  value: (row) => row[key] || null,
  parse: key === 'name' ? readName : readText(200),
  editable: true,
})

const choice = (
  key: 'stance' | 'influence',
  header: string,
  ids: readonly string[],
  labels: Readonly<Record<string, string>>,
): GridColumn<Stakeholder> => ({
  key,
  header,
  kind: 'choice',
  width: 112,
  value: (row) => row[key],
  parse: readOneOf(ids, labels),
  choices: ids.map((id) => ({ id, label: labels[id]! })),
  editable: true,
})

/** The fields of a stakeholder as columns; contacts are counted, and logged beside the list. */
export const stakeholderColumns: readonly GridColumn<Stakeholder>[] = [
  { ...text('name', 'Person or body', 220), pinned: true },
  text('body', 'Title, office or department', 220),
  {
    key: 'roles',
    header: 'Role',
    kind: 'text',
    width: 220,
    value: (row) => rolesInWords(row.roles),
    parse: readRoles,
    editable: true,
  },
  choice('stance', 'Stance', stances, stanceLabels),
  choice('influence', 'Influence', influences, influenceLabels),
  text('commitment', 'Commitment', 220),
  text('nextStep', 'Next step', 200),
  {
    key: 'nextContact',
    header: 'Next contact',
    kind: 'date',
    width: 120,
    value: (row) => row.nextContact,
    parse: readDay,
    editable: true,
  },
  {
    key: 'lastContact',
    header: 'Last contact',
    kind: 'date',
    width: 120,
    value: ({ log }) =>
      log
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null,
  },
  {
    key: 'contacts',
    header: 'Contacts',
    kind: 'number',
    width: 88,
    value: ({ log }) => log.length,
    hiddenByDefault: true,
  },
]

function readName(typed: string): Parsed {
  return tidyText(typed) === '' ? { ok: false, message: 'Name the person or body' } : readText(200)(typed)
}

function readRoles(typed: string): Parsed {
  const { roles, unknown } = rolesIn(typed)
  if (unknown === null) return { ok: true, value: rolesInWords(roles) }
  const known = stakeholderRoles.map((role) => stakeholderRoleLabels[role]).join('; ')
  return { ok: false, message: `"${unknown}" is not a role; the roles are ${known}` }
}

function readOneOf(ids: readonly string[], labels: Readonly<Record<string, string>>): (typed: string) => Parsed {
  return (typed) => {
    const wanted = foldText(tidyText(typed))
    if (wanted === '') return { ok: true, value: null }
    const id = ids.find((each) => foldText(labels[each]!).startsWith(wanted))
    if (id !== undefined) return { ok: true, value: id }
    return { ok: false, message: `"${tidyText(typed)}" is none of ${ids.map((each) => labels[each]).join(', ')}` }
  }
}
