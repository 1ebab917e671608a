import type { CellValue } from '#main/spreadsheets/cellModel.ts'
import { type InventedPerson, PeopleMaker } from './people.ts'
import { Random } from './random.ts'

export type SampleRow = Record<string, CellValue>

const classes = [2027, 2028, 2029, 2030] as const
const levels = ['M4', 'M3', 'M2', 'M1'] as const
const perClass = 60

/** 240 students of four classes on two campuses, in 2026-27. */
export function students(people: PeopleMaker, random: Random): SampleRow[] {
  const rows = classes.flatMap((classYear, index) =>
    Array.from({ length: perClass }, (_, place) =>
      student(people, random, { classYear, level: levels[index]!, place }),
    ),
  )
  for (const [place, exception] of exceptions) Object.assign(rows[place]!, exception)
  return rows
}

function student(
  people: PeopleMaker,
  random: Random,
  { classYear, level, place }: { classYear: number; level: string; place: number },
): SampleRow {
  // Two students of one name in two classes: ids tell them apart.
  const person = place === 17 && classYear < 2029 ? people.make({ first: 'Maria', last: 'Garcia' }) : people.make()
  return {
    ...names(person),
    email: person.email,
    studentId: `00${2_000_000 + (Number(person.aamcId) - 90_000_000) * 13}`,
    aamcId: person.aamcId,
    class: `Class of ${classYear}`,
    level,
    status: 'Active',
    campus: place % 4 === 3 ? 'North campus' : 'Main campus',
    track: random.chance(0.08) ? 'Rural' : '',
    startDate: `${classYear - 4}-08-0${classYear % 2 === 0 ? 5 : 2}`,
    note: '',
  }
}

/** The cases that break arithmetic with class years, by place in the list. */
const exceptions = new Map<number, SampleRow>([
  [
    3,
    {
      level: 'M3',
      status: 'Extended',
      note: 'Repeats the third year; graduates with the Class of 2027 if all goes well.',
    },
  ],
  [9, { status: 'LOA', note: 'Medical leave since August 24, 2026; expected back in January.' }],
  [31, { status: 'Off-cycle', note: 'Finishes in December 2026.' }],
  [62, { track: 'MD/PhD', startDate: '2020-08-03', note: 'Came back to the third year after four years of the PhD.' }],
  [75, { status: 'Research year', note: 'Research fellowship through June 2027.' }],
  [88, { status: 'Leave of absence', note: 'Parental leave until October 12, 2026.' }],
  [93, { track: 'MD/PhD', startDate: '2021-08-02', note: 'Came back to the third year after the PhD.' }],
  [140, { status: 'On military leave' }],
  [151, { status: 'Off-cycle', level: 'M1', note: 'Decelerated: takes the first year over two years.' }],
  [
    190,
    {
      level: 'G2',
      track: 'MD/PhD',
      status: 'Research year',
      startDate: '2023-08-02',
      note: 'Second year of the PhD; M3 in 2028.',
    },
  ],
  [
    205,
    { level: 'G3', track: 'MD/PhD', status: 'Research year', startDate: '2022-08-05', note: 'Third year of the PhD.' },
  ],
  [233, { status: 'Visiting', note: 'Here for the fall from another school.' }],
])

/** 72 residents in internal medicine, 24 a year, in 2026-27. */
export function residents(people: PeopleMaker, random: Random): SampleRow[] {
  const rows = [1, 2, 3].flatMap((pgy) =>
    Array.from({ length: 24 }, (_, place) => {
      const person = people.make()
      const began = 2027 - pgy
      return {
        resident: fullName(person),
        pgy: `PGY-${pgy}`,
        email: person.email,
        employeeId: person.employeeId,
        aamcId: person.aamcId,
        npi: person.npi,
        status: 'Active',
        site: random.chance(0.25) ? 'Veterans Hospital' : 'University Hospital',
        track:
          place < 16 ? 'Categorical' : place < 20 ? 'Primary care' : pgy === 1 ? 'Preliminary' : 'Physician-scientist',
        startDate: `${began}-06-24`,
        endDate: place >= 20 && pgy === 1 ? '2027-06-30' : `${began + 3}-06-30`,
      }
    }),
  )
  const unusual = new Map<number, SampleRow>([
    [5, { status: 'Visiting', endDate: '2026-12-31' }],
    [26, { status: 'Off-cycle', startDate: '2025-10-01', endDate: '2028-09-30' }],
    [33, { status: 'Maternity leave' }],
    [50, { status: 'Extended', endDate: '2027-12-31' }],
    [66, { status: 'Research' }],
  ])
  for (const [place, exception] of unusual) Object.assign(rows[place]!, exception)
  return rows
}

export function names(person: InventedPerson): SampleRow {
  const { last, first, middle, suffix, preferred } = person
  return { last, first, middle, suffix, preferred }
}

/** "García Márquez, Ana M., Jr. (Nita)" */
function fullName({ last, first, middle, suffix, preferred }: InventedPerson): string {
  const given = [first, middle].filter((part) => part !== '').join(' ')
  const name = [last, given, suffix].filter((part) => part !== '').join(', ')
  return preferred === '' ? name : `${name} (${preferred})`
}
