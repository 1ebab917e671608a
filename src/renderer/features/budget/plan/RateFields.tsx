import { MoneyField } from '#renderer/ui/form/MoneyField.tsx'
import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { assumptionWords } from '#shared/budget/budgetWords.ts'
import { RateField } from '../RateField.tsx'
import type { BudgetWork } from '../useBudgetWork.ts'
import { Assumed } from './Assumed.tsx'
import { type AssumptionsForm, withYear } from './assumptionsForm.ts'
import { YearFields } from './YearFields.tsx'

/** What grows from year to year, what the drivers of lines count, and when a variance needs a note. */
export function RateFields({ form, work }: { form: AssumptionsForm; work: BudgetWork }) {
  // Salaries and unit costs are entered as they are in the first year.
  const later = work.calculated.result.years.slice(1)
  const { administrationsPerYear } = work.document.facts.design
  const { values } = form
  const byYear = (name: 'raises' | 'inflation') => {
    const label = assumptionWords[name].label
    const { value, onChange, isDisabled } = form.typed(name)
    return (
      <Assumed form={form} name={name}>
        <YearFields caption={label} years={later} rows={[{ key: name, label }]}>
          {(_, year, fieldLabel) => (
            <RateField
              label={fieldLabel}
              isLabelHidden
              isDisabled={isDisabled}
              value={value[String(year)] ?? null}
              onChange={(rate) => onChange(withYear(value, year, rate))}
            />
          )}
        </YearFields>
      </Assumed>
    )
  }
  return (
    <>
      {later.length > 0 && byYear('raises')}
      {later.length > 0 && byYear('inflation')}
      <Assumed form={form} name="sessionsPerYear">
        <NumberField label={assumptionWords.sessionsPerYear.label} max={100_000} {...form.typed('sessionsPerYear')} />
      </Assumed>
      <Assumed form={form} name="administrationsPerYear">
        <NumberField
          label={assumptionWords.administrationsPerYear.label}
          max={100_000}
          description={
            administrationsPerYear === null
              ? 'The design does not say'
              : `Empty: ${administrationsPerYear}, as in the design`
          }
          {...form.typed('administrationsPerYear')}
        />
      </Assumed>
      <Assumed form={form} name="vacancy">
        <RateField
          label={assumptionWords.vacancy.label}
          max={10_000}
          description="Share of salaries and fringe not spent, of positions to be hired."
          {...form.typed('vacancy')}
          onChange={(rate) => form.typed('vacancy').onChange(rate ?? values.vacancy)}
        />
      </Assumed>
      <Assumed form={form} name="varianceShare">
        <RateField
          label="Note due over, share of the plan"
          {...form.typed('varianceShare')}
          onChange={(rate) => form.typed('varianceShare').onChange(rate ?? values.varianceShare)}
        />
      </Assumed>
      <Assumed form={form} name="varianceAmount">
        <MoneyField
          label="Note due over, amount"
          description="A variance over both needs a note."
          {...form.typed('varianceAmount')}
          onChange={(amount) => form.typed('varianceAmount').onChange(amount ?? values.varianceAmount)}
        />
      </Assumed>
    </>
  )
}
