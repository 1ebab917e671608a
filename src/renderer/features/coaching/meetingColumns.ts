import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import {
  type Meeting,
  meetingModeLabels,
  meetingModes,
  meetingOutcomeLabels,
  meetingOutcomes,
} from '#shared/coaching/schema.ts'

export const meetingNoun = { one: 'meeting', many: 'meetings' }

/** A meeting as columns: when, who, whether it was held, how and how long. */
export const meetingColumns: readonly GridColumn<Meeting>[] = [
  { key: 'on', header: 'Date', kind: 'date', width: 116, value: ({ on }) => on, editable: true, pinned: true },
  {
    key: 'learner',
    header: 'Learner',
    kind: 'text',
    width: 200,
    value: ({ learnerName }) => learnerName,
    pinned: true,
  },
  { key: 'coach', header: 'Coach', kind: 'text', width: 200, value: ({ coachName }) => coachName },
  {
    key: 'outcome',
    header: 'Meeting',
    kind: 'choice',
    width: 112,
    value: ({ outcome }) => outcome,
    choices: meetingOutcomes.map((id) => ({ id, label: meetingOutcomeLabels[id] })),
    tone: ({ outcome }) => (outcome === 'held' ? 'done' : 'needs'),
    editable: true,
  },
  {
    key: 'mode',
    header: 'How they met',
    kind: 'choice',
    width: 132,
    value: ({ mode }) => mode,
    choices: meetingModes.map((id) => ({ id, label: meetingModeLabels[id] })),
    editable: true,
  },
  { key: 'minutes', header: 'Minutes', kind: 'number', width: 96, value: ({ minutes }) => minutes, editable: true },
]
