import type { GridEdit } from '#renderer/ui/grid/gridTypes.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count, foldText, tidyText } from '#shared/kernel/text.ts'
import {
  type Stakeholder,
  type StakeholderRole,
  stakeholderRoleLabels,
  stakeholderRoles,
  stanceLabels,
  stances,
} from '#shared/program/design/stakeholders.ts'

/** "Approves the budget; Promotes", or null for none. */
export const rolesInWords = (roles: readonly StakeholderRole[]): string | null =>
  stakeholderRoles
    .filter((role) => roles.includes(role))
    .map((role) => stakeholderRoleLabels[role])
    .join('; ') || null

/** The roles of a text, in their order, and the first part of it that is none. */
export function rolesIn(text: string): { roles: StakeholderRole[]; unknown: string | null } {
  const parts = tidyText(text)
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const roleOf = (part: string) =>
    stakeholderRoles.find((role) => foldText(stakeholderRoleLabels[role]).startsWith(foldText(part)))
  const found = new Set(parts.map(roleOf))
  return {
    roles: stakeholderRoles.filter((role) => found.has(role)),
    unknown: parts.find((part) => roleOf(part) === undefined) ?? null,
  }
}

/** A stakeholder of whom only the id is known. */
export const blankStakeholder = (id: string): Stakeholder => ({
  id,
  name: '',
  body: '',
  roles: [],
  stance: null,
  influence: null,
  commitment: '',
  nextStep: '',
  nextContact: null,
  log: [],
})

type Cell = Pick<GridEdit, 'key' | 'value'>

const nullable: ReadonlySet<string> = new Set(['stance', 'influence', 'nextContact'])

/** The stakeholder with what its cells hold; the grid's blank is an empty text or nothing. */
export const withCells = (stakeholder: Stakeholder, cells: readonly Cell[]): Stakeholder => ({
  ...stakeholder,
  ...Object.fromEntries(cells.map(({ key, value }) => [key, storedValue(key, value)])),
})

function storedValue(key: string, value: GridEdit['value']): unknown {
  if (key === 'roles') return rolesIn(String(value ?? '')).roles
  return nullable.has(key) ? value : String(value ?? '')
}

/** The register with edited cells. */
export function withEdits(register: readonly Stakeholder[], edits: readonly GridEdit[]): Stakeholder[] {
  const byRow = Map.groupBy(edits, ({ rowId }) => rowId)
  return register.map((row) => (byRow.has(row.id) ? withCells(row, byRow.get(row.id)!) : row))
}

/** "8 stakeholders: 3 champions, 2 opposed; 2 contacts due" */
export function registerSummary(register: readonly Stakeholder[], today: PlainDate): string {
  const groups = stances.flatMap((stance) => {
    const { length } = register.filter((row) => row.stance === stance)
    if (length === 0) return []
    return [stance === 'champion' ? count(length, 'champion') : `${length} ${stanceLabels[stance].toLowerCase()}`]
  })
  const due = register.filter(({ nextContact }) => nextContact !== null && nextContact <= today).length
  const who = count(register.length, 'stakeholder')
  const whole = groups.length === 0 ? who : `${who}: ${groups.join(', ')}`
  return due === 0 ? whole : `${whole}; ${count(due, 'contact')} due`
}
