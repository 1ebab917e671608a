import { assertNever } from '#shared/kernel/assertNever.ts'
import { formatDate, parseDate } from '#shared/kernel/plainDate.ts'
import { formatEffort, parseEffort } from '#shared/kernel/rate.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { GridColumn, GridValue, Parsed } from './gridTypes.ts'

const value = (parsed: GridValue): Parsed => ({ ok: true, value: parsed })
const message = (text: string): Parsed => ({ ok: false, message: text })

/** How a value stands on screen, in a copy, and in the search. */
export function formatValue<Row>(column: GridColumn<Row>, raw: GridValue): string {
  if (raw === null) return ''
  if (column.format) return column.format(raw)
  switch (column.kind) {
    case 'date':
      return formatDate(String(raw))
    case 'effort':
      return formatEffort(Number(raw))
    case 'number':
      return raw.toLocaleString('en-US')
    case 'choice':
      return column.choices?.find(({ id }) => id === raw)?.label ?? String(raw)
    case 'text':
      return String(raw)
    default:
      return assertNever(column.kind)
  }
}

/** Reads what was typed or pasted into a column. Nothing typed is a blank cell. */
export function parseValue<Row>(column: GridColumn<Row>, text: string): Parsed {
  if (column.parse) return column.parse(text)
  const tidy = tidyText(text)
  if (tidy === '') return value(null)
  switch (column.kind) {
    case 'text':
      return value(tidy)
    case 'date': {
      const date = parseDate(tidy)
      return date === null ? message(`"${tidy}" is not a date; enter one such as Jul 1, 2026`) : value(date)
    }
    case 'number': {
      const number = Number(tidy.replaceAll(',', ''))
      return Number.isFinite(number) ? value(number) : message(`"${tidy}" is not a number`)
    }
    case 'effort': {
      const effort = parseEffort(tidy)
      if (effort === null) return message(`"${tidy}" is not an effort; enter 0 to 1, or a percentage`)
      return effort > 10_000 ? message(`${tidy} is over 1.0 FTE; enter 0 to 1`) : value(effort)
    }
    case 'choice':
      return parseChoice(column, tidy)
    default:
      return assertNever(column.kind)
  }
}

/** A choice by its label or id, whatever the case and accents, or by a beginning that only one has. */
function parseChoice<Row>(column: GridColumn<Row>, text: string): Parsed {
  const choices = column.choices ?? []
  const wanted = foldText(text)
  const exact = choices.find(({ id, label }) => foldText(label) === wanted || foldText(id) === wanted)
  if (exact) return value(exact.id)
  const begun = choices.filter(({ label }) => foldText(label).startsWith(wanted))
  if (begun.length === 1) return value(begun[0]!.id)
  const known = choices
    .slice(0, 6)
    .map(({ label }) => label)
    .join(', ')
  return message(`"${text}" is not one of ${known}${choices.length > 6 ? ', …' : ''}`)
}

export const isNumeric = <Row>({ kind }: GridColumn<Row>): boolean => kind === 'number' || kind === 'effort'
