import type { Choice } from '#renderer/ui/form/Choice.tsx'
import type { SurveyRole } from '#shared/evaluation/import/surveyColumns.ts'
import type { InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'

const roleLabels: Record<SurveyRole, string> = {
  responseId: 'Response ID',
  email: 'E-mail address',
  code: 'Survey code',
  recordedAt: 'When it was recorded',
  finished: 'Whether it is finished',
  status: 'Whether it is a test',
  event: 'Event',
  instance: 'Repeat of an event',
  level: 'Level',
  site: 'Site',
  coach: 'Coach it is about',
  freeText: 'Comment',
}

/** What a column can be read as: the items of the instrument, and what a survey tool says of each response. */
export const columnFields = (items: readonly InstrumentItem[]): Choice[] => [
  ...items.map(({ key, text }) => ({ id: key, label: text || key })),
  ...Object.entries(roleLabels).map(([id, label]) => ({ id, label })),
]
