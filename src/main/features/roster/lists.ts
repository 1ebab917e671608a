import { customCells, customColumn } from '#main/features/roster/customColumns.ts'
import type { ColumnModel, RowModel } from '#main/spreadsheets/workbookModel.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Program } from '#shared/program/schema.ts'
import { displayName, type PersonName } from '#shared/roster/personName.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { Coach, Learner, Pairing } from '#shared/roster/schema.ts'
import { learnerPresence } from '#shared/roster/statuses.ts'

/** A flat list for another program, and who of the roster is not in it, with why. */
export interface ListModel {
  columns: ColumnModel[]
  rows: RowModel[]
  leftOut: { name: string; reason: string }[]
}

const text = (header: string, key: string): ColumnModel => ({ header, key, type: 'text' })

const mailMergeColumns: ColumnModel[] = [
  text('Learner last name', 'learnerLast'),
  text('Learner first name', 'learnerFirst'),
  text('Learner e-mail', 'learnerEmail'),
  text('Level', 'level'),
  { header: 'Class year', key: 'classYear', type: 'integer' },
  text('Site', 'site'),
  text('Coach last name', 'coachLast'),
  text('Coach first name', 'coachFirst'),
  text('Coach degrees', 'coachDegrees'),
  text('Coach e-mail', 'coachEmail'),
  text('Coach department', 'coachDepartment'),
  { header: 'Paired since', key: 'since', type: 'date' },
]

/** "Learner visa until": a field of coaches may go by the same name. */
const ownColumn = (field: CustomField): ColumnModel => ({
  ...customColumn(field),
  header: `${field.appliesTo === 'learners' ? 'Learner' : 'Coach'} ${field.name}`,
})

const calledBy = ({ preferredName, firstName }: PersonName): string => preferredName || firstName

/** One row per pairing that holds, for letters and e-mails to learners and coaches, with the fields of their own. First names are what people go by. */
export function mailMergeList(of: {
  program: Program
  learners: readonly Learner[]
  coaches: readonly Coach[]
  pairings: readonly Pairing[]
  /** Those that the program added, of learners and coaches. */
  fields: readonly CustomField[]
}): ListModel {
  const coachOf = new Map(of.coaches.map((coach) => [coach.id, coach]))
  const pairingsOf = Map.groupBy(of.pairings, ({ learnerId }) => learnerId)
  const siteName = (id: Id | null) => of.program.sites.find((site) => site.id === id)?.name ?? null
  const rows = of.learners.flatMap((learner) =>
    (pairingsOf.get(learner.id) ?? []).flatMap((pairing): RowModel[] => {
      const coach = coachOf.get(pairing.coachId)
      if (!coach) return []
      return [
        {
          learnerLast: learner.lastName,
          learnerFirst: calledBy(learner),
          learnerEmail: learner.email,
          level: learner.level,
          classYear: learner.classYear,
          site: siteName(learner.siteId),
          coachLast: coach.lastName,
          coachFirst: calledBy(coach),
          coachDegrees: coach.degrees,
          coachEmail: coach.email,
          coachDepartment: coach.department,
          since: pairing.fromOn,
          ...customCells(of.fields, { ...learner.custom, ...coach.custom }),
        },
      ]
    }),
  )
  const leftOut = of.learners
    .filter((learner) => learner.coachId === null && learnerPresence(learner.status) === 'present')
    .map((learner) => ({ name: displayName(learner), reason: 'Has no coach.' }))
  return { columns: [...mailMergeColumns, ...of.fields.map(ownColumn)], rows, leftOut }
}

const elentraColumns: ColumnModel[] = [
  text('First Name', 'firstName'),
  text('Last Name', 'lastName'),
  text('Username', 'username'),
  text('Email', 'email'),
  { header: 'Organisation', key: 'organisation', type: 'integer' },
  text('Group', 'group'),
  text('Role', 'role'),
  text('Cohort', 'cohort'),
]

export interface ElentraOptions {
  organisationId: number
  group: string
  /** What people sign in with: their NetID, their e-mail, or the part of it before the @. */
  username: 'netId' | 'email' | 'emailName'
  /** For everybody; the class year of each learner where it is absent. */
  role?: string | undefined
}

function usernameOf({ netId, email }: Learner, by: ElentraOptions['username']): string {
  if (by === 'netId') return netId
  return by === 'email' ? email : email.replace(/@.*$/, '')
}

/**
 * Learners as Elentra imports users: the required columns in the order of its sample file, user name and e-mail in every
 * row, and cohorts named "Class of 2029", the only wording it fills by itself. People of one name get their middle
 * initial, as its guide advises.
 */
export function elentraList(learners: readonly Learner[], options: ElentraOptions): ListModel {
  const nameOf = (learner: Learner) => `${learner.firstName} ${learner.lastName}`.toLowerCase()
  const times = Map.groupBy(learners, nameOf)
  const users = Map.groupBy(learners, (learner) => usernameOf(learner, options.username).toLowerCase())
  const leftOut: ListModel['leftOut'] = []
  const rows = learners.flatMap((learner): RowModel[] => {
    const role = options.role || (learner.classYear === null ? '' : String(learner.classYear))
    const username = usernameOf(learner, options.username)
    const missing = [
      username === '' && options.username === 'netId' && 'NetID for the user name',
      learner.email === '' && 'e-mail',
      learner.firstName === '' && 'first name',
      role === '' && 'class year for the role',
    ].filter((what) => what !== false)
    if (missing.length > 0) {
      leftOut.push({ name: displayName(learner), reason: `Has no ${missing.join(', no ')}.` })
      return []
    }
    if (users.get(username.toLowerCase())!.length > 1) {
      leftOut.push({ name: displayName(learner), reason: `Has the user name ${username}, as somebody else does.` })
      return []
    }
    const initial = times.get(nameOf(learner))!.length > 1 ? learner.middleName.slice(0, 1) : ''
    return [
      {
        firstName: [learner.firstName, initial && `${initial}.`].filter(Boolean).join(' '),
        lastName: learner.lastName,
        username,
        email: learner.email,
        organisation: options.organisationId,
        group: options.group,
        role,
        cohort: learner.classYear === null ? null : `Class of ${learner.classYear}`,
      },
    ]
  })
  return { columns: elentraColumns, rows, leftOut }
}
