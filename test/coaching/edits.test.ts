import { expect, test } from 'vitest'
import { changedMeetings, rejectedEdits } from '#renderer/features/coaching/meetingEdits.ts'
import type { Meeting } from '#shared/coaching/schema.ts'

const meeting = (id: string, over: Partial<Meeting> = {}): Meeting => ({
  id,
  revision: 1,
  learnerId: `learner of ${id}`,
  coachId: 'coach',
  on: '2026-09-10',
  outcome: 'held',
  mode: null,
  minutes: null,
  learnerPersonId: 'person',
  learnerName: 'Luz Ruiz',
  coachPersonId: 'other',
  coachName: 'Wei Chen',
  ...over,
})

const rows = [meeting('a'), meeting('b', { minutes: 30 })]
const edits = [
  { rowId: 'b', key: 'minutes', value: 45 },
  { rowId: 'a', key: 'outcome', value: 'missed' },
  { rowId: 'b', key: 'mode', value: 'video' },
  { rowId: 'gone', key: 'minutes', value: 45 },
]

test('edits of cells become one draft for each meeting, without the names', () => {
  const drafts = changedMeetings(rows, edits)
  expect(drafts).toEqual([
    { ...drafts[0], id: 'b', minutes: 45, mode: 'video', outcome: 'held', on: '2026-09-10' },
    { ...drafts[1], id: 'a', outcome: 'missed', minutes: null },
  ])
  expect(Object.keys(drafts[0]!)).not.toContain('learnerName')
})

test('a refusal that names a meeting is about its cells only, any other about all', () => {
  const sent = changedMeetings(rows, edits)
  const details = [{ path: 'meetings.1.on', message: 'That day lies ahead.' }]
  expect(rejectedEdits({ code: 'conflict', message: 'No.', details }, sent, edits)).toEqual([
    { rowId: 'a', key: 'outcome', message: 'That day lies ahead.' },
  ])
  expect(rejectedEdits({ code: 'stale', message: 'No.' }, sent, edits)).toHaveLength(edits.length)
})
