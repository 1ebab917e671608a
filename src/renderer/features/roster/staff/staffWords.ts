import type { Program } from '#shared/program/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'

/** What somebody does and where, in a line: "Director · Assistant Dean for Coaching · Main campus". */
export function rolePlace({ role, title, siteId }: StaffMember, { sites }: Program): string {
  const site = sites.find(({ id }) => id === siteId)?.name ?? ''
  return [...new Set([staffRoleLabels[role], title, site])].filter((part) => part !== '').join(' · ')
}
