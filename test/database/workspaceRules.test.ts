import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesInWords, fieldInWords, type RowImage } from '#shared/workspace/changeWords.ts'
import { safeFileName } from '#shared/workspace/fileName.ts'
import { folderRisk, parseMounts } from '#shared/workspace/folderRisk.ts'
import { undoneBy } from '#shared/workspace/reversals.ts'
import { trackedTables } from '#main/database/tracking.ts'
import { newDataFile } from './support.ts'

describe('the risk of a folder', () => {
  test.each([
    ['C:\\Users\\ana\\OneDrive - State University\\Coachdesk', 'synced'],
    ['C:\\Users\\ana\\OneDrive', 'synced'],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/x', 'synced'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@x.edu/My Drive', 'synced'],
    ['/home/ana/Dropbox (Medical School)/programs', 'synced'],
    ['C:\\Users\\ana\\Box\\Programs', 'synced'],
    ['C:\\Users\\ana\\iCloudDrive', 'synced'],
    ['G:\\My Drive\\Coaching', 'synced'],
    ['\\\\fileserver\\dean\\coaching', 'network'],
    ['\\\\?\\UNC\\fileserver\\dean', 'network'],
    ['C:\\Users\\ana\\Documents\\Coachdesk', null],
    ['\\\\?\\C:\\Users\\ana\\Documents', null],
    ['C:\\Users\\ana\\Inbox', null],
    ['/home/ana/Boxing/OneDriven', null],
  ])('%s: %s', (folder, risk) => {
    expect(folderRisk(folder)).toBe(risk)
  })

  test('a mounted share is found by the longest mount point', () => {
    const mounts = parseMounts(
      '/dev/sda1 / ext4 rw 0 0\n//srv/share /mnt/dean\\040office cifs rw 0 0\n/dev/sdb1 /mnt/dean\\040office/local ext4 rw 0 0\n\n',
    )
    expect(folderRisk('/mnt/dean office/coaching', mounts)).toBe('network')
    expect(folderRisk('/mnt/dean office/local/coaching', mounts)).toBeNull()
    expect(folderRisk('/mnt/dean offices', mounts)).toBeNull()
    expect(folderRisk('/home/ana', [{ point: '/', type: 'nfs4' }])).toBe('network')
  })
})

describe('a file name', () => {
  test.each([
    ['Residency 2026/27', 'Residency 2026 27'],
    ['  Ärzte: "Innere"  ', 'Ärzte Innere'],
    ['con', 'con file'],
    ['Con.2026', 'Con file.2026'],
    ['console', 'console'],
    ['..', ''],
    ['???', ''],
  ])('%s becomes %s', (name, expected) => {
    expect(safeFileName(name)).toBe(expected)
  })

  test('holds nothing that leads elsewhere or that a system refuses', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (name) => {
        expect(safeFileName(name)).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[. ]|[. ]$/u)
        expect(safeFileName(name).length).toBeLessThanOrEqual(85)
      }),
    )
  })
})

const names = (id: string) => ({ n: 'North', c: 'Class of 2028' })[id]
const change = (table: string, before: RowImage | null, after: RowImage | null, rowId = 'r') => ({
  table,
  rowId,
  before,
  after,
})

const email = (value: string, position: number): RowImage => ({ kind: 'email', value, position })

const rename = (from: string, to: string) => change('person', { last_name: from }, { last_name: to })

describe('changes in words', () => {
  test('values are said as on screen', () => {
    const standing = { status: 'offCycle', level: 'M3', from_on: '2026-07-01', to_on: null, reason: '' }
    expect(
      changesInWords(
        [
          change('enrolment', { site_id: 'n', cohort_id: null }, { site_id: 'x', cohort_id: 'c' }),
          change('enrolment_standing', null, standing, 's'),
          change('appointment_standing', { effort: null, capacity: 4 }, { effort: 1000, capacity: 5 }, 'a'),
          change('program', { year: 2025, kind: 'ume' }, { year: 2026, kind: 'ume' }, 'p'),
        ],
        names,
      ),
    ).toEqual([
      { field: 'Cohort', before: null, after: 'Class of 2028' },
      { field: 'Site', before: 'North', after: 'one since removed' },
      { field: 'Status', before: null, after: 'Off-cycle' },
      { field: 'Level', before: null, after: 'M3' },
      { field: 'From', before: null, after: 'Jul 1, 2026' },
      { field: 'Capacity', before: '4', after: '5' },
      { field: 'Effort', before: null, after: '0.10 FTE' },
      { field: 'Academic year', before: '2025-26', after: '2026-27' },
    ])
  })

  test('identities that were written anew are told by their values', () => {
    expect(
      changesInWords(
        [
          change('person_identity', email('a@x.edu', 0), null, '1'),
          change('person_identity', { kind: 'npi', value: '1', position: 0 }, null, '2'),
          change('person_identity', null, email('b@x.edu', 0), '3'),
          change('person_identity', null, email('a@x.edu', 1), '4'),
          change('person_identity', null, { kind: 'npi', value: '1', position: 0 }, '5'),
        ],
        names,
      ),
    ).toEqual([{ field: 'E-mail', before: 'a@x.edu', after: 'b@x.edu, a@x.edu' }])
  })

  test('several changes of a field are one, and one that came back is none', () => {
    expect(changesInWords([rename('A', 'B'), rename('B', 'C')], names)).toEqual([
      { field: 'Last name', before: 'A', after: 'C' },
    ])
    expect(changesInWords([rename('A', 'B'), rename('B', 'A')], names)).toEqual([])
  })

  test('every column of a tracked table has a word, but those that nobody reads', async () => {
    const file = await newDataFile()
    const silent = /^(id|revision|person_id|enrolment_id|appointment_id|match_key|grid)$/
    const wordless: string[] = []
    for (const table of await file.db.introspection.getTables()) {
      if (!trackedTables.some(({ name }) => name === table.name)) continue
      for (const { name } of table.columns)
        if (!silent.test(name) && fieldInWords(table.name, name) === null) wordless.push(`${table.name}.${name}`)
    }
    expect(wordless.toSorted()).toEqual([
      'administration.expected',
      'administration.instrument_key',
      'administration.instrument_version',
      'administration.key_destroyed_at',
      'administration.program_id',
      'budget.assumptions',
      'budget.changed_at',
      'budget.facts',
      'budget.number',
      'budget.program_id',
      'budget.settings',
      'budget_difference.field',
      'budget_difference.item_key',
      'budget_difference.scenario_id',
      'budget_difference.value',
      'budget_item.budget_id',
      'budget_item.content',
      'budget_item.key',
      'budget_item.kind',
      'budget_item.scenario_id',
      'budget_note.budget_id',
      'budget_scenario.budget_id',
      'cohort.program_id',
      'design_answer.saved_at',
      'design_answer.saved_by',
      'design_answer.version_id',
      'design_version.program_id',
      'instrument_version.content',
      'instrument_version.key',
      'ledger_account.item_key',
      'ledger_account.program_id',
      'ledger_entry.program_id',
      'module_completion.module_id',
      'person_identity.kind',
      'person_identity.position',
      'program_task.done_at',
      'program_task.program_id',
      'program_task.year',
      'response.administration_id',
      'response.answers',
      'response.code',
      'response.left_out',
      'response.level',
      'response.recorded_on',
      'response.site',
      'response.source_id',
      'response_comment.administration_id',
      'response_comment.item',
      'response_comment.level',
      'response_comment.respondent',
      'response_comment.site',
      'response_comment.text',
      'response_comment.themes',
      'site.program_id',
      'survey_code.administration_id',
      'survey_code.code',
    ])
  })
})

test('an entry is undone where the last link of the chain is an undo', () => {
  const chain = [
    { id: 'u1', kind: 'undo' as const, reverses_id: 'd1' },
    { id: 'r1', kind: 'redo' as const, reverses_id: 'u1' },
    { id: 'u2', kind: 'undo' as const, reverses_id: 'r1' },
  ]
  expect(undoneBy(chain)('d1')).toBe('u2')
  expect(undoneBy(chain.slice(0, 2))('d1')).toBeNull()
  expect(undoneBy(chain.slice(0, 1))('d1')).toBe('u1')
  expect(undoneBy(chain)('d2')).toBeNull()
})
