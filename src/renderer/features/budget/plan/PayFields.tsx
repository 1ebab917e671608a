import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { assumptionWords } from '#shared/budget/budgetWords.ts'
import { coachPayModelLabels } from '#shared/budget/itemSchemas.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { RateField } from '../RateField.tsx'
import type { BudgetWork } from '../useBudgetWork.ts'
import { Assumed } from './Assumed.tsx'
import type { AssumptionsForm } from './assumptionsForm.ts'

/** How coaches are paid, and what the amounts for meetings are counted by. */
export function PayFields({ form, work }: { form: AssumptionsForm; work: BudgetWork }) {
  const plans = itemsOf(work, 'payPlan')
  const { meetingsPerYear } = work.document.facts.design
  const chosen = plans.find(({ key }) => key === form.values.payPlan)
  return (
    <>
      <Assumed form={form} name="payPlan">
        <Select
          label={assumptionWords.payPlan.label}
          placeholder="Not chosen"
          description={
            plans.length === 0
              ? 'No pay plan yet: add one under Funds and rates.'
              : chosen
                ? coachPayModelLabels[chosen.content.model]
                : 'Choose how coaches are paid.'
          }
          choices={plans.map(({ key, content }) => ({
            id: key,
            label: content.name,
            description: coachPayModelLabels[content.model],
          }))}
          {...form.typed('payPlan')}
          onChange={(plan) => form.choose('payPlan', plan)}
        />
      </Assumed>
      <Assumed form={form} name="meetingsPerLearner">
        <NumberField
          label={assumptionWords.meetingsPerLearner.label}
          max={400}
          description={
            meetingsPerYear === null ? 'The design does not say' : `Empty: ${meetingsPerYear}, as in the design`
          }
          {...form.typed('meetingsPerLearner')}
        />
      </Assumed>
      <Assumed form={form} name="heldShare">
        <RateField
          label={assumptionWords.heldShare.label}
          max={10_000}
          {...form.typed('heldShare')}
          onChange={(share) => form.typed('heldShare').onChange(share ?? form.values.heldShare)}
        />
      </Assumed>
    </>
  )
}
