import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coachColumns } from '#renderer/features/roster/coachColumns.ts'
import { storedPatch } from '#renderer/features/roster/edits.ts'
import { fieldKey } from '#renderer/features/roster/fields/fieldColumns.ts'
import { learnerColumns } from '#renderer/features/roster/learnerColumns.ts'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { formatValue, parseValue } from '#renderer/ui/grid/gridValues.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import { type CustomField, type CustomFieldKind, customFieldKinds } from '#shared/roster/customFields.ts'
import {
  type Coach,
  coachPatchSchema,
  coachStatuses,
  coachTypes,
  type Learner,
  learnerPatchSchema,
  learnerStatuses,
} from '#shared/roster/schema.ts'

const school: Program = {
  id: '019a0000-0000-7000-8000-000000000001',
  revision: 1,
  name: 'School of Medicine',
  kind: 'ume',
  institution: '',
  year: 2026,
  cohorts: [
    { id: '019a0000-0000-7000-8000-00000000000a', name: 'Class of 2028' },
    { id: '019a0000-0000-7000-8000-00000000000b', name: 'Class of 2029' },
  ],
  sites: [
    { id: '019a0000-0000-7000-8000-00000000000c', name: 'Main campus' },
    { id: '019a0000-0000-7000-8000-00000000000d', name: 'Möwe Hospital' },
  ],
  learners: 0,
  coaches: 0,
  archivedOn: null,
}
const residency: Program = { ...school, kind: 'gme', cohorts: [] }

const fieldId = (kind: CustomFieldKind): string =>
  `019a0000-0000-7000-8000-0000000001${String(customFieldKinds.indexOf(kind)).padStart(2, '0')}`

/** One field of the program's own of each kind. */
const own = customFieldKinds.map((kind): CustomField => ({
  id: fieldId(kind),
  appliesTo: 'learners',
  name: `Own ${kind}`,
  kind,
  choices: kind === 'choice' ? ['Red group', 'Blue group'] : [],
}))

function column<R>(columns: readonly GridColumn<R>[], key: string): GridColumn<R> {
  const found = columns.find((candidate) => candidate.key === key)
  if (!found) throw new Error(`There is no column ${key}.`)
  return found
}

const readLearner = (key: string, text: string, program = school) =>
  parseValue(column(learnerColumns(program, own), key), text)
const readCoach = (key: string, text: string) => parseValue(column(coachColumns(school, own), key), text)

describe('what is typed or pasted into the learners', () => {
  it.each([
    ['level', 'MS-3', 'M3'],
    ['level', '3rd year', 'M3'],
    ['status', 'LOA', 'leave'],
    ['status', 'off cycle', 'offCycle'],
    ['classYear', 'Class of 2029', 2029],
    ['classYear', "'29", 2029],
    ['startDate', '7/1/26', '2026-07-01'],
    ['startDate', '', null],
    ['email', ' Ana.Garcia@Example.EDU ', 'ana.garcia@example.edu'],
    ['email', 'Ana García <ana@example.edu>', 'ana@example.edu'],
    ['otherEmails', 'a@example.edu, b@example.edu', 'a@example.edu; b@example.edu'],
    ['cohortId', 'class of 2028', school.cohorts[0]!.id],
    ['cohortId', '2029', school.cohorts[1]!.id],
    ['siteId', 'mowe hospital', school.sites[1]!.id],
    ['siteId', 'Main', school.sites[0]!.id],
    ['studentId', '00123', '00123'],
    ['firstName', '  Ana\u00A0 María ', 'Ana María'],
    [fieldKey(fieldId('text')), ' a  note ', 'a note'],
    [fieldKey(fieldId('number')), '1,200.12345', 1200.12345],
    [fieldKey(fieldId('date')), '7/1/26', '2026-07-01'],
    [fieldKey(fieldId('choice')), 'RED GROUP', 'Red group'],
    [fieldKey(fieldId('yesNo')), 'Y', 'yes'],
    [fieldKey(fieldId('yesNo')), '', null],
  ])('%s reads %j', (key, text, value) => {
    expect(readLearner(key, text)).toEqual({ ok: true, value })
  })

  it('reads a level as the kind of program has it', () => {
    expect(readLearner('level', '2', residency)).toEqual({ ok: true, value: 'PGY-2' })
    expect(readLearner('level', 'R2', residency)).toEqual({ ok: true, value: 'PGY-2' })
    expect(readLearner('level', '2')).toEqual({ ok: true, value: 'M2' })
  })

  it.each([
    ['lastName', '', /last name/],
    ['level', 'M9', /"M9" is not a level such as M1 to M4/],
    ['status', '', /Choose a status/],
    ['status', 'gone fishing', /"gone fishing" is not a status/],
    ['startDate', '2/30/2026', /"2\/30\/2026" is not a date/],
    ['email', 'ana@', /"ana@" is not an e-mail address/],
    ['email', 'a@example.edu, b@example.edu', /several addresses/],
    ['otherEmails', 'nobody', /"nobody" is not an e-mail address/],
    ['cohortId', 'Class of 2040', /no cohort "Class of 2040"; this program has Class of 2028/],
    ['cohortId', 'Class', /no cohort "Class"/],
    ['track', 'x'.repeat(81), /81 characters; keep it to 80/],
    [fieldKey(fieldId('number')), 'many', /"many" does not fit; enter a number/],
    [fieldKey(fieldId('choice')), 'Green', /enter one of Red group, Blue group/],
    [fieldKey(fieldId('yesNo')), 'perhaps', /enter yes or no/],
  ])('%s refuses %j', (key, text, message) => {
    expect(readLearner(key, text)).toEqual({ ok: false, message: expect.stringMatching(message) as string })
  })

  it('says where cohorts come from while the program has none', () => {
    expect(readLearner('cohortId', 'PGY-1', residency)).toMatchObject({ ok: false, message: /no cohorts yet/ })
  })
})

describe('what is typed or pasted into the coaches', () => {
  it.each([
    ['effort', '10%', 1000],
    ['effort', '.05', 500],
    ['effort', '0.1 FTE', 1000],
    ['capacity', '8', 8],
    ['capacity', '8.0', 8],
    ['coachType', 'clinical skills coach', 'skills'],
    ['coachType', '', 'unspecified'],
    ['status', 'Emeritus', 'retired'],
  ])('%s reads %j', (key, text, value) => {
    expect(readCoach(key, text)).toEqual({ ok: true, value })
  })

  it.each([
    ['effort', '1.2', /1\.20 is over 1\.0 FTE; enter 0 to 1/],
    ['effort', 'half', /"half" is not an effort/],
    ['capacity', '2.5', /"2\.5" is not a whole number/],
    ['capacity', '501', /501 is too many/],
    ['coachType', 'swimming', /"swimming" is not a type of coach/],
  ])('%s refuses %j', (key, text, message) => {
    expect(readCoach(key, text)).toEqual({ ok: false, message: expect.stringMatching(message) as string })
  })
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const orNone = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const name = fc.constantFrom('García-Núñez', "O'Neil", 'van der Berg', 'Müller', 'Li')

const anyOwn = fc.record({
  [fieldId('text')]: fc.constantFrom('', 'a note'),
  [fieldId('number')]: fc.oneof(
    fc.constant(''),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => String(Number(number.toFixed(4)))),
  ),
  [fieldId('date')]: fc.oneof(fc.constant(''), day),
  [fieldId('choice')]: fc.constantFrom('', 'Red group', 'Blue group'),
  [fieldId('yesNo')]: fc.constantFrom('', 'yes', 'no'),
})

const anyLearner: fc.Arbitrary<Learner> = fc.record({
  ...Object.fromEntries(Object.entries(blankLearner('2026-07-01')).map(([key, value]) => [key, fc.constant(value)])),
  lastName: name,
  firstName: name,
  email: fc.constantFrom('', 'ana@example.edu'),
  otherEmails: fc.constantFrom([], ['a@example.edu'], ['a@example.edu', 'b@example.edu']),
  studentId: fc.constantFrom('', '00123'),
  classYear: orNone(fc.integer({ min: 2000, max: 2099 })),
  level: fc.constantFrom('', 'M1', 'M4', 'G3', 'PGY-2', 'Fellow'),
  status: fc.constantFrom(...learnerStatuses),
  cohortId: orNone(fc.constantFrom(...school.cohorts.map(({ id }) => id))),
  siteId: orNone(fc.constantFrom(...school.sites.map(({ id }) => id))),
  startDate: orNone(day),
  endDate: orNone(day),
  custom: anyOwn,
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Learner>

const anyCoach: fc.Arbitrary<Coach> = fc.record({
  ...Object.fromEntries(Object.entries(blankCoach('2026-07-01')).map(([key, value]) => [key, fc.constant(value)])),
  lastName: name,
  coachType: fc.constantFrom(...coachTypes),
  status: fc.constantFrom(...coachStatuses),
  capacity: orNone(fc.integer({ min: 0, max: 500 })),
  effort: orNone(fc.integer({ min: 0, max: 10_000 })),
  siteId: orNone(fc.constantFrom(...school.sites.map(({ id }) => id))),
  startDate: orNone(day),
  custom: anyOwn,
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Coach>

/** What becomes of a row when what each of its cells shows is pasted back into it, and what the contract refuses of that. */
function pasteBack<R extends Learner | Coach>(
  row: R,
  columns: readonly GridColumn<R>[],
  schema: typeof learnerPatchSchema | typeof coachPatchSchema,
) {
  const values = columns.flatMap((one) => {
    if (!one.editable) return []
    const read = parseValue(one, formatValue(one, one.value(row)))
    return [{ key: one.key, value: read.ok ? read.value : read.message }]
  })
  const patch = storedPatch(row, values)
  return { row: { ...row, ...patch }, refused: schema.safeParse(patch).error?.issues }
}

describe('copying a row and pasting it back', () => {
  it('changes nothing of a learner', () => {
    fc.assert(
      fc.property(anyLearner, (row) => {
        expect(pasteBack(row, learnerColumns(school, own), learnerPatchSchema)).toEqual({ row, refused: undefined })
      }),
    )
  })
  it('changes nothing of a coach', () => {
    fc.assert(
      fc.property(anyCoach, (row) => {
        expect(pasteBack(row, coachColumns(school, own), coachPatchSchema)).toEqual({ row, refused: undefined })
      }),
    )
  })
})

/** Every field the contract lets one set; `custom` is as many as the program has of its own. */
const settableKeys = (shape: object) =>
  Object.keys(shape)
    .flatMap((key) => (key === 'custom' ? own.map(({ id }) => fieldKey(id)) : [key]))
    .sort()

const editableKeys = (columns: readonly { key: string; editable?: boolean }[]) =>
  columns.flatMap(({ key, editable }) => (editable ? [key] : [])).sort()

const shownKeys = (program: Program) =>
  learnerColumns(program, []).flatMap(({ key, hiddenByDefault }) => (hiddenByDefault ? [] : [key]))

describe('the columns', () => {
  it('cover every field the contract lets one set, the program’s own too', () => {
    expect(editableKeys(learnerColumns(school, own))).toEqual(settableKeys(learnerPatchSchema.shape))
    expect(editableKeys(coachColumns(school, own))).toEqual(settableKeys(coachPatchSchema.shape))
  })
  it('show a residency what a residency keys on', () => {
    expect(shownKeys(school)).toContain('studentId')
    expect(shownKeys(school)).not.toContain('npi')
    expect(shownKeys(residency)).toContain('npi')
    expect(shownKeys(residency)).not.toContain('classYear')
  })
})
