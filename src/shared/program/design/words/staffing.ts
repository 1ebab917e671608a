import { formatMoney } from '#shared/kernel/money.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import type { Choices } from '#shared/program/design/design.ts'
import { payModelLabels } from '#shared/program/design/staffing.ts'
import { day, list, oneOf, plain, type WordsOf } from '#shared/program/design/words/field.ts'

const effort = (value: number | null): string => (value === null ? '' : `${formatEffort(value)} FTE`)
const money = (value: number | null): string => (value === null ? '' : formatMoney(value, { cents: value % 100 !== 0 }))

export const staffingWords: WordsOf<Choices<'staffing'>> = {
  positions: list(
    'Positions',
    ({ title }) => title,
    (position) => [effort(position.effort), position.holder || 'to be hired', position.duties],
    'needed',
  ),
  payModel: { label: 'Coaches are paid by', needed: true, words: oneOf(payModelLabels) },
  coachEffort: { label: 'Effort of one coach', words: effort },
  stipendCents: { label: 'Stipend of one coach in a year', words: money },
  funding: list(
    'Funding',
    ({ source }) => source,
    ({ pays, endsOn }) => [pays && `pays ${pays}`, endsOn !== null && `ends ${day(endsOn)}`],
    'needed',
  ),
  dataManagement: { label: 'Data management', needed: true, words: plain },
  materials: { label: 'Materials', words: plain },
}
