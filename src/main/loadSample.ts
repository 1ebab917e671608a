import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { startProgram } from '#main/features/program/service.ts'
import { importRoster } from '#main/features/roster/importRoster.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { loadSampleBudget } from '#main/loadSampleBudget.ts'
import { loadSampleCoaching } from '#main/loadSampleCoaching.ts'
import { loadSampleDesign } from '#main/loadSampleDesign.ts'
import { loadSamplePairs } from '#main/loadSamplePairs.ts'
import { loadSampleStaff } from '#main/loadSampleStaff.ts'
import { loadSampleSurveys } from '#main/loadSampleSurveys.ts'
import { readResource } from '#main/resources.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { usualCohorts } from '#shared/program/defaults.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

interface SampleProgram {
  name: string
  kind: ProgramKind
  sites: string[]
  rosters: { file: string; as: RosterKind }[]
  staff: string
  pairedFrom: PlainDate
  design: string
  budget: string
  /** What the names of its meeting, training and survey files begin with. */
  surveys: string
}

const institution = 'Sample University'
const year = 2026

const samplePrograms: readonly SampleProgram[] = [
  {
    name: 'School of Medicine coaching program',
    kind: 'ume',
    sites: ['Main campus', 'North campus'],
    rosters: [
      { file: 'ume-learners.xlsx', as: 'learners' },
      { file: 'ume-coaches.xlsx', as: 'coaches' },
    ],
    staff: 'ume-staff.json',
    pairedFrom: '2026-08-06',
    design: 'ume-design.json',
    budget: 'ume-budget.json',
    surveys: 'ume',
  },
  {
    name: 'Internal medicine residency',
    kind: 'gme',
    sites: ['University Hospital', 'Veterans Hospital'],
    rosters: [
      { file: 'im-residents.csv', as: 'learners' },
      { file: 'im-coaches.xlsx', as: 'coaches' },
    ],
    staff: 'im-staff.json',
    pairedFrom: '2026-07-01',
    design: 'im-design.json',
    budget: 'im-budget.json',
    surveys: 'im',
  },
]

/** Fills the open data file with two programs of invented people, by the same import that real rosters take. */
export async function loadSample(workspace: Workspace, call: CallContext): Promise<void> {
  for (const { name, kind, sites, rosters, staff, pairedFrom, design, budget, surveys } of samplePrograms) {
    const parts = { cohorts: usualCohorts(kind, year).map(named), sites: sites.map(named) }
    const draft = { name, kind, institution, year, ...parts }
    const program = await startProgram(workspace.current(), draft, ownRequest(call))
    for (const { file, as } of rosters) {
      const { handle } = workspace.staging.put(file, await readResource(`sample/${file}`))
      // A file that was just made holds nothing that a backup could save.
      const options = { handle, programId: program.id, as, badRows: 'refuse', backUp: false } as const
      await importRoster(workspace, options, ownRequest(call))
    }
    await loadSampleStaff(workspace, program.id, `sample/${staff}`, call)
    await loadSamplePairs(workspace, program.id, pairedFrom, call)
    await loadSampleDesign(workspace, program, `sample/${design}`, call)
    await loadSampleCoaching(workspace, program.id, surveys, call)
    await loadSampleBudget(workspace, program.id, budget, call)
    await loadSampleSurveys(workspace, program.id, surveys, call)
  }
}

const named = (name: string) => ({ name })

/** Each step is a write of its own, and each write is known by its request. */
const ownRequest = (call: CallContext): CallContext => ({ ...call, requestId: newId() })
