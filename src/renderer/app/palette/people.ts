import type { Findable } from '#renderer/app/palette/find.ts'
import { foldText } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'

export interface FoundPerson extends Findable {
  readonly personId: string
  readonly programId: string
}

/** The people of a program as they are found: by any of their names, e-mail addresses and ids. */
export function findablePeople(
  program: Program,
  learners: readonly Learner[],
  coaches: readonly Coach[],
  staff: readonly StaffMember[],
): FoundPerson[] {
  return [
    ...learners.map((learner) => findable(program, learner, [program.name, 'learner', learner.level])),
    ...coaches.map((coach) => findable(program, coach, [program.name, 'coach', coach.department])),
    ...staff.map((member) =>
      findable(program, member, [program.name, staffRoleLabels[member.role].toLowerCase(), member.title]),
    ),
  ]
}

function findable(program: Program, person: Learner | Coach | StaffMember, detail: string[]): FoundPerson {
  const given = person.preferredName || person.firstName
  const ids = [
    person.email,
    ...person.otherEmails,
    person.studentId,
    person.employeeId,
    person.aamcId,
    person.npi,
    person.netId,
  ]
  const words = [person.lastName, given, person.firstName, person.middleName, ...ids]
  return {
    id: `person ${person.id}`,
    personId: person.personId,
    programId: program.id,
    title: given === '' ? person.lastName : `${person.lastName}, ${given}`,
    detail: detail.filter((part) => part !== '').join(', '),
    text: foldText(words.filter((word) => word !== '').join(' ')),
  }
}
