import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listPrograms } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { previewImport } from '#main/features/roster/importRoster.ts'
import { learners } from '#main/features/roster/learners.ts'
import { listRows } from '#main/features/roster/service.ts'
import { listStaff } from '#main/features/roster/staff.ts'
import { loadSample } from '#main/loadSample.ts'
import { readResource, resourcesFolder } from '#main/resources.ts'
import { openZip } from '#main/spreadsheets/package/zip.ts'
import { makeSample } from '#scripts/makeSample.ts'
import { npiProblem } from '#shared/roster/identifiers.ts'
import { newCall, Office } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => {
  office = await Office.open()
})

afterEach(() => office.close())

/** All parts of a workbook, one after the other: packed they may differ from one kind of processor to another. */
function contents(name: string, bytes: Uint8Array): Buffer {
  if (!name.endsWith('.xlsx')) return Buffer.from(bytes)
  const zip = openZip(bytes)
  return Buffer.concat(zip.names.flatMap((part) => [Buffer.from(part), zip.read(part)]))
}

describe('the files of the sample program', () => {
  it('hold what the script makes', async () => {
    for (const [name, bytes] of await makeSample()) {
      const kept = await readFile(new URL(`../../resources/sample/${name}`, import.meta.url))
      expect(
        contents(name, kept).equals(contents(name, bytes)),
        `${name} differs: run node scripts/makeSample.ts`,
      ).toBe(true)
    }
  })

  it('are found from source, from an entry and from a chunk of the built app', () => {
    const found = 'file:///app/resources/'
    expect(resourcesFolder('file:///app/src/main/resources.ts').href).toBe(found)
    expect(resourcesFolder('file:///app/out/main/index.js').href).toBe(found)
    expect(resourcesFolder('file:///app/out/main/chunks/resources-abc.js').href).toBe(found)
  })
})

const sample = async () => {
  await loadSample(office.workspace, newCall())
  const programs = await listPrograms(office.workspace.current(), newCall())
  const [school, residency] = programs.filter(({ institution }) => institution === 'Sample University')
  return { school: school!, residency: residency! }
}
const rowsOf = async (programId: string) => {
  const file = office.workspace.current()
  return {
    learners: await listRows(file, learners, { programId }, newCall()),
    coaches: await listRows(file, coaches, { programId }, newCall()),
  }
}

describe('the sample program', () => {
  it('has 312 learners and 56 coaches in two programs, six of them in both', async () => {
    const { school, residency } = await sample()
    const ume = await rowsOf(school.id)
    const gme = await rowsOf(residency.id)
    expect([ume.learners.length, ume.coaches.length]).toEqual([240, 30])
    expect([gme.learners.length, gme.coaches.length]).toEqual([72, 26])
    expect([school, residency]).toMatchObject([
      { learners: 240, coaches: 30 },
      { learners: 72, coaches: 26 },
    ])
    const inSchool = new Set(ume.coaches.map(({ personId }) => personId))
    expect(gme.coaches.filter(({ personId }) => inSchool.has(personId))).toHaveLength(6)
  })

  it('places everybody in a cohort and at a site, with ids that pass their checks', async () => {
    const { school, residency } = await sample()
    for (const { id } of [school, residency]) {
      const rows = await rowsOf(id)
      expect(rows.learners.filter(({ cohortId, siteId }) => cohortId === null || siteId === null)).toEqual([])
      expect(rows.coaches.filter(({ siteId }) => siteId === null)).toEqual([])
      const npis = [...rows.learners, ...rows.coaches].map(({ npi }) => npi).filter((npi) => npi !== '')
      expect(npis.filter((npi) => npiProblem(npi) !== null)).toEqual([])
    }
  })

  it('is run by people with titles, each from a day on, one of them to a day', async () => {
    const { school, residency } = await sample()
    const staffOf = async (programId: string, asOf: string) =>
      (await listStaff(office.workspace.current(), { programId, asOf }, newCall())).map(({ role }) => role)
    expect((await staffOf(school.id, '2026-11-22')).toSorted()).toEqual(['administrator', 'dean', 'director'])
    expect((await staffOf(residency.id, '2026-11-22')).toSorted()).toEqual(['chiefResident', 'coordinator', 'director'])
    expect((await staffOf(residency.id, '2027-07-01')).toSorted()).toEqual(['coordinator', 'director'])
  })

  it('keeps the cases that break arithmetic with class years', async () => {
    const { school } = await sample()
    const { learners: rows } = await rowsOf(school.id)
    const statuses = new Set(rows.map(({ status }) => status))
    for (const status of ['leave', 'militaryLeave', 'research', 'extended', 'offCycle', 'visiting'] as const)
      expect(statuses).toContain(status)
    expect(rows.filter(({ track, level }) => track === 'MD/PhD' && level === 'M3')).toHaveLength(2)
    expect(rows.filter(({ level }) => level.startsWith('G'))).toHaveLength(2)
    expect(rows.filter(({ lastName, firstName }) => `${firstName} ${lastName}` === 'Maria Garcia')).toHaveLength(2)
    expect(rows.every(({ studentId }) => studentId.startsWith('00'))).toBe(true)
  })

  it('has nothing to warn of, and is unchanged when it is imported again', async () => {
    const { school } = await sample()
    const { handle } = office.workspace.staging.put('ume-learners.xlsx', await readResource('sample/ume-learners.xlsx'))
    const preview = await previewImport(office.workspace, { handle, programId: school.id, as: 'learners' }, newCall())
    expect(preview.problems.filter(({ level }) => level !== 'info')).toEqual([])
    expect(preview.columns.filter(({ field }) => field === null)).toEqual([])
    expect(preview.counts).toMatchObject({ rows: 240, create: 0, update: 0, unchanged: 240, skipped: 0, missing: 0 })
    expect(preview.importedBefore).not.toBeNull()
  })
})
