import { assertNever } from '#shared/kernel/assertNever.ts'
import { foldText } from '#shared/kernel/text.ts'
import type { ColumnFilter, GridColumn, GridValue } from './gridTypes.ts'
import { formatValue } from './gridValues.ts'

// Most names are plain ASCII, and normalising them costs ten times the lower-casing.
const plain = /^[\t\n -~]*$/

/** The text as it is searched: lower case, without accents. */
export const fold = (text: string): string => (plain.test(text) ? text.toLowerCase() : foldText(text))

/** Says whether a value passes a column's filter. */
export function filterTest<Row>(column: GridColumn<Row>, filter: ColumnFilter): (value: GridValue) => boolean {
  switch (filter.kind) {
    case 'contains': {
      const wanted = fold(filter.text.trim())
      return (value) => fold(formatValue(column, value)).includes(wanted)
    }
    case 'choices': {
      const wanted = new Set(filter.values)
      return (value) => wanted.has(value)
    }
    case 'range': {
      const { from, to } = filter
      return (value) => value !== null && (from === null || value >= from) && (to === null || value <= to)
    }
    case 'blank':
      return (value) => (value === null || value === '') === filter.isBlank
    default:
      return assertNever(filter)
  }
}

/** The filter in words, for its chip: "Status is Active or On leave". */
export function describeFilter<Row>(column: GridColumn<Row>, filter: ColumnFilter): string {
  const words = (value: GridValue) => (value === null ? 'blank' : formatValue(column, value))
  switch (filter.kind) {
    case 'contains':
      return `${column.header} contains "${filter.text}"`
    case 'choices':
      return filter.values.length > 3
        ? `${column.header} is one of ${filter.values.length}`
        : `${column.header} is ${filter.values.map(words).join(' or ')}`
    case 'range':
      if (filter.from === null) return `${column.header} up to ${words(filter.to)}`
      if (filter.to === null) return `${column.header} from ${words(filter.from)}`
      return `${column.header} from ${words(filter.from)} to ${words(filter.to)}`
    case 'blank':
      return filter.isBlank ? `${column.header} is blank` : `${column.header} is not blank`
    default:
      return assertNever(filter)
  }
}
