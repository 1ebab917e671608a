import { names, type SampleRow } from './learners.ts'
import { type InventedPerson, PeopleMaker } from './people.ts'
import { Random } from './random.ts'

interface Faculty extends InventedPerson {
  degrees: string
  department: string
  specialty: string
}

const schoolDepartments: readonly (readonly [department: string, specialty: string])[] = [
  ['Pediatrics', 'General pediatrics'],
  ['Surgery', 'Trauma surgery'],
  ['Psychiatry', 'Child psychiatry'],
  ['Family Medicine', 'Family medicine'],
  ['Emergency Medicine', 'Emergency medicine'],
  ['Obstetrics and Gynecology', 'Obstetrics'],
  ['Anesthesiology', 'Anesthesiology'],
  ['Neurology', 'Stroke'],
  ['Pathology', 'Anatomic pathology'],
]

const medicine = [
  'Hospital medicine',
  'General internal medicine',
  'Cardiology',
  'Nephrology',
  'Gastroenterology',
  'Pulmonary and critical care',
  'Rheumatology',
  'Hematology and oncology',
  'Endocrinology',
  'Infectious diseases',
  'Geriatrics',
]

function faculty(people: PeopleMaker, department: string, specialty: string, random: Random): Faculty {
  const degrees = random.chance(0.15) ? 'MD, PhD' : random.chance(0.12) ? 'DO' : random.chance(0.2) ? 'MD, MPH' : 'MD'
  return { ...people.make(), degrees, department, specialty }
}

/** 30 coaches of the medical school and 26 of the residency; six physicians coach in both. */
export function coaches(people: PeopleMaker, random: Random): { school: SampleRow[]; residency: SampleRow[] } {
  const both = medicine.slice(0, 6).map((specialty) => faculty(people, 'Medicine', specialty, random))
  const educators: Faculty[] = ['PhD', 'EdD'].map((degrees) => ({
    ...people.make(),
    degrees,
    npi: '',
    department: 'Medical Education',
    specialty: '',
  }))
  const schoolOnly = Array.from({ length: 22 }, (_, index) =>
    faculty(people, ...schoolDepartments[index % schoolDepartments.length]!, random),
  )
  const residencyOnly = Array.from({ length: 20 }, (_, index) =>
    faculty(people, 'Medicine', medicine[index % medicine.length]!, random),
  )

  const school = [...both, ...educators, ...schoolOnly].map((person, index) => ({
    ...facultyRow(person),
    type: person.degrees === 'PhD' ? 'Remediation' : 'Growth',
    capacity: index < 6 ? 6 : 9,
    effort: index < 6 ? 750 : 1000,
    status: 'Active',
    campus: index % 4 === 3 ? 'North campus' : 'Main campus',
    startDate: `${2020 + (index % 7)}-07-01`,
  }))
  Object.assign(school[10]!, { status: 'Sabbatical', note: 'Back on January 4, 2027.' })
  Object.assign(school[17]!, { status: 'Full' })
  Object.assign(school[24]!, { status: 'Paused', note: 'Takes no learners this fall.' })

  const residency = [...both, ...residencyOnly].map((person, index) => ({
    ...facultyRow(person),
    type: index % 5 === 4 ? 'Skills' : 'Growth',
    capacity: 3,
    effort: 500,
    status: 'Active',
    site: index % 4 === 1 ? 'Veterans Hospital' : 'University Hospital',
    startDate: `${2021 + (index % 6)}-07-01`,
  }))
  Object.assign(residency[12]!, { status: 'LOA' })
  Object.assign(residency[19]!, { status: 'Paused', note: 'Chief of service until December 31, 2026.' })
  return { school, residency }
}

const facultyRow = (person: Faculty): SampleRow => ({
  ...names(person),
  degrees: person.degrees,
  email: person.email,
  employeeId: person.employeeId,
  npi: person.npi,
  department: person.department,
  specialty: person.specialty,
})
