import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { formatDate, parseDate } from '#shared/kernel/plainDate.ts'

export interface ColumnInputProps<R> {
  column: GridColumn<R>
  /** As it would be typed into a cell of the column: "On leave", "Jul 1, 2026", "0.10". */
  text: string
  onText: (text: string) => void
  /** A value was chosen from a list: complete, without leaving the field. */
  onChoose?: (text: string) => void
  onLeave?: () => void
  onUnreadable?: (message: string | null) => void
  error?: string | undefined
  description?: string
  isDisabled?: boolean
  isRequired?: boolean
  autoFocus?: boolean
}

const blankChoice = '(none)'

/** A field of a form for what is a cell in the grid: the same words, choices and spellings. */
export function ColumnInput<R>({
  column,
  text,
  onText,
  onChoose,
  onLeave,
  onUnreadable,
  ...rest
}: ColumnInputProps<R>) {
  const field = {
    ...rest,
    label: column.header,
    name: column.key,
    ...(onLeave && { onBlur: onLeave }),
  }
  if (column.kind === 'choice') {
    const mayBeBlank = column.parse?.('').ok ?? true
    const known = (column.choices ?? []).map(({ label }) => ({ id: label, label }))
    const choices =
      mayBeBlank && column.choices?.every(({ id }) => id !== 'unspecified')
        ? [{ id: blankChoice, label: 'None' }, ...known]
        : known
    return (
      <Select
        {...field}
        value={text === '' ? blankChoice : text}
        choices={choices}
        onChange={(label) => (onChoose ?? onText)(label === blankChoice ? '' : label)}
      />
    )
  }
  if (column.kind === 'date') {
    return (
      <DateField
        {...field}
        value={text === '' ? null : parseDate(text)}
        onChange={(day) => onText(day === null ? '' : formatDate(day))}
        {...(onUnreadable && { onUnreadable })}
      />
    )
  }
  return (
    <TextField
      {...field}
      value={text}
      onChange={onText}
      isMultiline={column.key === 'note' || column.key === 'roleNote'}
    />
  )
}
