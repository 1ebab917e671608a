import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findablePeople } from '#renderer/app/palette/people.ts'
import { onScreen } from '#renderer/features/roster/export/onScreen.ts'
import { staffColumns } from '#renderer/features/roster/staff/staffColumns.ts'
import { stakeholderColumns } from '#renderer/features/roster/stakeholders/stakeholderColumns.ts'
import {
  blankStakeholder,
  registerSummary,
  rolesIn,
  rolesInWords,
  withCells,
  withEdits,
} from '#renderer/features/roster/stakeholders/stakeholderEdits.ts'
import { staffSummary } from '#renderer/features/roster/summary.ts'
import { placesOf, placesSentence, staffTimeline } from '#renderer/features/roster/timeline.ts'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { rosterWorkbook } from '#main/features/roster/workbook.ts'
import { stakeholderRoles, stakeholderSchema } from '#shared/program/design/stakeholders.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankStaffMember } from '#shared/roster/blank.ts'
import type { Person } from '#shared/roster/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'

const program: Program = {
  id: 'p',
  revision: 1,
  name: 'School of Medicine',
  kind: 'ume',
  institution: '',
  year: 2026,
  cohorts: [],
  sites: [{ id: 's', name: 'Main campus' }],
  learners: 0,
  coaches: 0,
  archivedOn: null,
}
const member = (fields: Partial<StaffMember>): StaffMember => ({ ...blankStaffMember('2026-07-01'), ...fields })
const staff = [
  member({ id: '1', personId: 'a', lastName: 'Okafor', role: 'director', title: 'Assistant Dean', effort: 2000 }),
  member({ id: '2', personId: 'b', lastName: 'Lee', role: 'coordinator', siteId: 's' }),
  member({ id: '3', personId: 'a', lastName: 'Okafor', role: 'trainer', fromOn: '2027-01-01' }),
  member({ id: '4', personId: 'c', lastName: 'Ito', role: 'coordinator', toOn: '2026-08-31' }),
]
const day = '2026-11-22'

describe('staff', () => {
  it('are summed up by role, people once', () => {
    expect(staffSummary(staff, day)).toBe('2 people run the program: 1 director, 1 coordinator; 1 to come, 1 ended')
    expect(staffSummary(staff, '2026-08-01')).toBe('3 people run the program: 1 director, 2 coordinators; 1 to come')
    expect(staffSummary([], day)).toBe('Nobody is in a role')
  })
  it('stand on a sheet of the roster workbook, with the columns a grid shows', () => {
    const columns = staffColumns(program, day)
    const whole = {
      program,
      staff,
      day,
      learners: [],
      coaches: [],
      fields: [],
      audience: '',
      actor: '',
      now: `${day}T12:00:00.000Z`,
      version: '',
    }
    const state = { ...initialGridState, search: 'coordinator' }
    const [sheet] = rosterWorkbook({ ...whole, onScreen: onScreen('staff', columns, staff, state) }).sheets
    expect(sheet).toMatchObject({
      name: 'Staff',
      rows: [
        { lastName: 'Lee', role: 'Coordinator', tenure: 'In the role', siteId: 'Main campus' },
        { lastName: 'Ito', tenure: 'Ended' },
      ],
    })
    // Whichever columns a grid shows, the workbook has them.
    const all = { kind: 'staff' as const, columns: columns.map(({ key }) => key), ids: ['1'] }
    expect(rosterWorkbook({ ...whole, onScreen: all }).sheets[0]).toMatchObject({ rows: [{ effort: 0.2 }] })
    expect(rosterWorkbook(whole).sheets.map(({ name }) => name)).toContain('Staff')
    expect(rosterWorkbook({ ...whole, staff: [] }).sheets.map(({ name }) => name)).not.toContain('Staff')
  })
  it('have a timeline, the latest role first, and say where a person is', () => {
    const role = { programId: 'p', programName: 'School of Medicine', site: null, note: '' }
    const person: Person = {
      ...staff[0]!,
      id: 'a',
      specialty: '',
      note: '',
      enrolments: [],
      appointments: [],
      pairings: [],
      staff: [
        { ...role, id: '1', role: 'trainer', title: '', effort: 500, fromOn: '2025-07-01', toOn: '2026-06-30' },
        { ...role, id: '2', role: 'director', title: 'Assistant Dean', effort: null, fromOn: '2026-07-01', toOn: null },
      ],
    }
    expect(staffTimeline(person.staff, day)).toMatchObject([
      { label: 'Director', facts: 'Assistant Dean', dates: 'From Jul 1, 2026', when: 'now' },
      { label: 'Trainer', facts: '0.05 FTE', dates: 'Jul 1, 2025 to Jun 30, 2026', when: 'past' },
    ])
    const places = placesOf(person, day)
    expect(places).toMatchObject([{ role: 'staff', facts: 'Staff' }])
    expect(placesSentence(places)).toBe('Staff in School of Medicine')
  })
  it('are found by name and role', () => {
    expect(findablePeople(program, [], [], staff.slice(0, 1))).toMatchObject([
      { personId: 'a', title: 'Okafor', detail: 'School of Medicine, director, Assistant Dean' },
    ])
  })
})

describe('stakeholders', () => {
  const parse = (key: string, text: string) => stakeholderColumns.find((column) => column.key === key)!.parse!(text)

  it('have roles that are typed as words', () => {
    fc.assert(
      fc.property(fc.subarray([...stakeholderRoles]), (roles) => {
        expect(rolesIn(rolesInWords(roles) ?? '')).toEqual({ roles, unknown: null })
      }),
    )
    expect(rolesIn('promotes, approves')).toEqual({ roles: ['approvesBudget', 'promotes'], unknown: null })
    expect(parse('roles', 'Promotes; sings')).toMatchObject({ ok: false, message: /"sings" is not a role/ })
    expect(parse('roles', '')).toEqual({ ok: true, value: null })
  })
  it('are read as typed: a name always, a choice by its beginning', () => {
    expect(parse('name', ' ')).toMatchObject({ ok: false })
    expect(parse('stance', 'champ')).toEqual({ ok: true, value: 'champion' })
    expect(parse('influence', '')).toEqual({ ok: true, value: null })
    expect(parse('stance', 'angry')).toMatchObject({ ok: false, message: /none of Champion, Supportive/ })
  })
  it('stay what the design stores, whatever is cleared', () => {
    const dean = withCells(blankStakeholder('1'), [
      { key: 'name', value: 'Dean Ruiz' },
      { key: 'roles', value: 'Approves the budget' },
      { key: 'stance', value: 'champion' },
      { key: 'nextContact', value: '2026-12-01' },
    ])
    expect(stakeholderSchema.parse(dean)).toEqual(dean)
    const clear = stakeholderColumns
      .filter(({ editable, key }) => editable && key !== 'name')
      .map(({ key }) => ({ rowId: '1', key, value: null }))
    const other = { ...dean, id: '2' }
    const [cleared, kept] = withEdits([dean, other], clear)
    expect(stakeholderSchema.parse(cleared)).toEqual({ ...blankStakeholder('1'), name: 'Dean Ruiz' })
    expect(kept).toBe(other)
  })
  it('are summed up by stance, with the contacts that are due', () => {
    const rows = (['champion', 'champion', null] as const).map((stance, index) => ({
      ...blankStakeholder(String(index)),
      stance,
      nextContact: index === 0 ? day : '2026-12-24',
    }))
    expect(registerSummary(rows, day)).toBe('3 stakeholders: 2 champions; 1 contact due')
    expect(registerSummary([], day)).toBe('0 stakeholders')
  })
})
