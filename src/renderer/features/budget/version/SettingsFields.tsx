import './version.css'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import type { useForm } from '#renderer/ui/form/useForm.ts'
import type { budgetSettingsSchema } from '#shared/budget/schema.ts'

type Form = ReturnType<typeof useForm<typeof budgetSettingsSchema>>

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].map((label, at) => ({ id: String(at + 1), label }))

const spans = [1, 2, 3, 4, 5].map((years) => ({ id: String(years), label: years === 1 ? '1 year' : `${years} years` }))
const prorating = [
  { id: 'months' as const, label: 'By months' },
  { id: 'days' as const, label: 'By days' },
]

/** What a budget is about: its name, its years, who prepares it. */
export function SettingsFields({ form }: { form: Form }) {
  const { startMonth, firstYear, years } = form.values
  return (
    <div className="cd-settings-fields">
      <div data-wide>
        <TextField label="Name" isRequired autoFocus {...form.field('name')} />
      </div>
      <Select
        label="Fiscal year starts in"
        choices={months}
        {...form.field('startMonth')}
        value={String(startMonth ?? 7)}
        onChange={(month) => form.set('startMonth', Number(month))}
      />
      <NumberField
        label="First fiscal year"
        description="By the calendar year it ends in."
        min={2000}
        max={2100}
        {...form.field('firstYear')}
        value={firstYear}
        onChange={(year) => form.set('firstYear', year ?? firstYear)}
      />
      <Select
        label="Years planned"
        choices={spans}
        {...form.field('years')}
        value={String(years ?? 3)}
        onChange={(count) => form.set('years', Number(count))}
      />
      <Select
        label="Parts of a year are counted"
        choices={prorating}
        {...form.field('prorateBy')}
        value={form.values.prorateBy ?? 'months'}
      />
      <TextField label="Prepared by" {...form.field('preparedBy')} value={form.values.preparedBy ?? ''} />
      <TextField label="Contact" {...form.field('contact')} value={form.values.contact ?? ''} />
    </div>
  )
}
