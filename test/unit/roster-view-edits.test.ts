import { describe, expect, it } from 'vitest'
import { rejectionsOf, replaceRows, rowEdits, storedPatch, withoutRows } from '#renderer/features/roster/edits.ts'
import { blankLearner } from '#shared/roster/blank.ts'
import type { Learner } from '#shared/roster/schema.ts'

const learner = (id: string, revision = 1): Learner => ({ ...blankLearner('2026-07-01'), id, revision, lastName: id })
const rows = new Map([learner('ana', 3), learner('ben', 7)].map((row) => [row.id, row]))

const email = { rowId: 'ana', key: 'email', value: 'ana@example.edu' }
const level = { rowId: 'ana', key: 'level', value: 'M3' }
const status = { rowId: 'ben', key: 'status', value: 'leave' }

describe('cell edits', () => {
  it('become one edit for each row, with the revision it was read at', () => {
    expect(rowEdits(rows, [email, status, level])).toEqual([
      { id: 'ana', revision: 3, set: { email: 'ana@example.edu', level: 'M3' } },
      { id: 'ben', revision: 7, set: { status: 'leave' } },
    ])
  })
  it('leave out rows that are gone', () => {
    expect(rowEdits(rows, [{ ...email, rowId: 'cleo' }])).toEqual([])
  })
  it('store a blank cell as the field stores nothing', () => {
    const blank = ['track', 'startDate', 'cohortId', 'classYear', 'otherEmails'].map((key) => ({ key, value: null }))
    expect(storedPatch(learner('ana'), blank)).toEqual({
      track: '',
      startDate: null,
      cohortId: null,
      classYear: null,
      otherEmails: [],
    })
  })
  it('take several addresses apart', () => {
    expect(storedPatch(learner('ana'), [{ key: 'otherEmails', value: 'a@x.edu; b@x.edu' }])).toEqual({
      otherEmails: ['a@x.edu', 'b@x.edu'],
    })
  })
})

describe('a refusal', () => {
  const edits = [email, level, status]
  const sent = rowEdits(rows, edits)
  const refused = (path: string, code: 'duplicate' | 'stale' | 'invalid_input' = 'duplicate') =>
    rejectionsOf({ code, message: 'No.', details: [{ path, message: 'Taken.' }] }, sent, edits)

  it('about a field stands at its cell', () => {
    expect(refused('ana.email')).toEqual([{ rowId: 'ana', key: 'email', message: 'Taken.' }])
  })
  it('about a row stands at all of its cells', () => {
    expect(refused('ana', 'stale').map(({ key }) => key)).toEqual(['email', 'level'])
  })
  it('about a place in the input finds its row', () => {
    expect(refused('edits.1.set.status', 'invalid_input')).toEqual([{ rowId: 'ben', key: 'status', message: 'Taken.' }])
  })
  it('about an e-mail stands at the other addresses where those were changed', () => {
    const other = { rowId: 'ana', key: 'otherEmails', value: 'x@example.edu' }
    const problem = { code: 'duplicate', message: 'No.', details: [{ path: 'ana.email', message: 'Taken.' }] } as const
    expect(rejectionsOf({ ...problem, details: [...problem.details] }, rowEdits(rows, [other]), [other])).toEqual([
      { rowId: 'ana', key: 'otherEmails', message: 'Taken.' },
    ])
  })
  it('that names nobody here rejects nothing', () => {
    expect(refused('cleo.email')).toEqual([])
    expect(rejectionsOf({ code: 'fault', message: 'No.' }, sent, edits)).toEqual([])
  })
  it('leaves the other rows to be sent again', () => {
    expect(withoutRows(edits, refused('ana.email'))).toEqual([status])
  })
})

describe('stored rows', () => {
  it('take the place of the old ones, and nothing else becomes another object', () => {
    const before = [...rows.values()]
    const after = replaceRows(before, [learner('ben', 8)])
    expect(after[0]).toBe(before[0])
    expect(after[1]!.revision).toBe(8)
  })
})
