import './answerForm.css'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { DateField } from '#renderer/ui/form/DateField.tsx'
import { EffortField } from '#renderer/ui/form/EffortField.tsx'
import { MoneyField } from '#renderer/ui/form/MoneyField.tsx'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { TypedField } from '#renderer/ui/form/TypedField.tsx'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { type Bind, bindAs, bindTo, type KeyOf } from './bind.ts'

interface In<T, K> {
  bind: Bind<T>
  name: K
  label: string
  description?: string
}

interface TextInProps<T> extends In<T, KeyOf<T, string>> {
  isMultiline?: boolean
  placeholder?: string
}

export function TextIn<T>({ bind, name, ...field }: TextInProps<T>) {
  const text = bindAs<string, T>(bind, name)
  return (
    <TextField {...field} name={text.path} value={text.value} onChange={text.edit} error={text.errorAt(text.path)} />
  )
}

interface NumberInProps<T> extends In<T, KeyOf<T, number | null>> {
  unit?: string
}

/** A whole number; its schema says which, and why others are not. */
export function NumberIn<T>({ bind, name, ...field }: NumberInProps<T>) {
  const number = bindAs<number | null, T>(bind, name)
  return (
    <NumberField
      {...field}
      name={number.path}
      value={number.value}
      onChange={number.edit}
      error={number.errorAt(number.path)}
      onUnreadable={(message) => number.markUnreadable(number.path, message !== null)}
    />
  )
}

/** A figure that may have decimals: a baseline, a target. */
export function FigureIn<T>({ bind, name, ...field }: In<T, KeyOf<T, number | null>>) {
  const figure = bindAs<number | null, T>(bind, name)
  return (
    <TypedField
      {...field}
      name={figure.path}
      value={figure.value}
      onChange={figure.edit}
      error={figure.errorAt(figure.path)}
      onUnreadable={(message) => figure.markUnreadable(figure.path, message !== null)}
      format={(value) => value.toLocaleString('en-US', { maximumFractionDigits: 6 })}
      parse={parseFigure}
      unreadable={(text) => `"${text}" is not a number; enter one such as 82 or 4.2`}
    />
  )
}

/** Reads "82", "4.2", "1,250" or "82 %"; null where it is no number. */
export function parseFigure(text: string): number | null {
  const clean = text.replace(/[,\s%]/g, '')
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(clean) ? Number(clean) : null
}

export function EffortIn<T>({ bind, name, ...field }: In<T, KeyOf<T, number | null>>) {
  const effort = bindAs<number | null, T>(bind, name)
  return (
    <EffortField
      {...field}
      name={effort.path}
      value={effort.value}
      onChange={effort.edit}
      error={effort.errorAt(effort.path)}
      onUnreadable={(message) => effort.markUnreadable(effort.path, message !== null)}
    />
  )
}

export function MoneyIn<T>({ bind, name, ...field }: In<T, KeyOf<T, number | null>>) {
  const money = bindAs<number | null, T>(bind, name)
  return (
    <MoneyField
      {...field}
      name={money.path}
      value={money.value}
      onChange={money.edit}
      error={money.errorAt(money.path)}
      onUnreadable={(message) => money.markUnreadable(money.path, message !== null)}
    />
  )
}

export function DateIn<T>({ bind, name, ...field }: In<T, KeyOf<T, PlainDate | null>>) {
  const date = bindAs<PlainDate | null, T>(bind, name)
  return (
    <DateField
      {...field}
      name={date.path}
      value={date.value}
      onChange={date.edit}
      error={date.errorAt(date.path)}
      onUnreadable={(message) => date.markUnreadable(date.path, message !== null)}
    />
  )
}

interface ChoiceInProps<T, K extends keyof T> extends In<T, K> {
  labels: Record<NonNullable<T[K]> & string, string>
  /** Without it, there is no way back to "Not decided". */
  isOptional?: boolean
}

const undecided = 'undecided'
const notDecided = 'Not decided'

/** One of a few values, or not decided. */
export function ChoiceIn<T, K extends keyof T & string>(props: ChoiceInProps<T, K>) {
  const { bind, name, labels, isOptional = true, ...field } = props
  const choice = bindTo(bind, name) as unknown as Bind<string | null>
  const choices = Object.entries<string>(labels).map(([id, label]) => ({ id, label }))
  return (
    <Select
      {...field}
      name={choice.path}
      choices={isOptional ? [{ id: undecided, label: notDecided }, ...choices] : choices}
      value={choice.value ?? undecided}
      onChange={(id) => choice.choose(id === undecided ? null : id)}
      error={choice.errorAt(choice.path)}
    />
  )
}

const answers = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
  { id: undecided, label: notDecided },
]

export function YesNoIn<T>({ bind, name, ...field }: In<T, KeyOf<T, boolean | null>>) {
  const answer = bindAs<boolean | null, T>(bind, name)
  const value = answer.value === null ? undecided : answer.value ? 'yes' : 'no'
  return (
    <div className="cd-design-inline">
      <RadioGroup
        {...field}
        name={answer.path}
        choices={answers}
        value={value}
        onChange={(id) => answer.choose(id === undecided ? null : id === 'yes')}
      />
    </div>
  )
}

interface ChecksInProps<T, V extends string> extends In<T, KeyOf<T, V[]>> {
  labels: Record<V, string>
}

/** Any of a few values. */
export function ChecksIn<T, V extends string>({ bind, name, label, description, labels }: ChecksInProps<T, V>) {
  const checked = bindAs<V[], T>(bind, name)
  const values = Object.keys(labels) as V[]
  return (
    <fieldset className="cd-design-checks" data-field={checked.path}>
      <legend>{label}</legend>
      {description && <p className="cd-field-description">{description}</p>}
      <div>
        {values.map((value) => (
          <Checkbox
            key={value}
            label={labels[value]}
            value={checked.value.includes(value)}
            onChange={(isChecked) =>
              // In the order of the list, whichever was checked first.
              checked.choose(values.filter((each) => (each === value ? isChecked : checked.value.includes(each))))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** A list of plain lines, typed one to a line. */
export function LinesIn<T>({ bind, name, ...field }: In<T, KeyOf<T, string[]>>) {
  const lines = bindAs<string[], T>(bind, name)
  return (
    <TextField
      {...field}
      isMultiline
      name={lines.path}
      value={lines.value.join('\n')}
      // Blank lines stay while one types; they are left out when the answer is stored.
      onChange={(text) => lines.edit(text === '' ? [] : text.split('\n'))}
      error={lines.errorAt(lines.path)}
    />
  )
}
