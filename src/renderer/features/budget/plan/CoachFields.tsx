import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { assumptionWords } from '#shared/budget/budgetWords.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import { count } from '#shared/kernel/text.ts'
import { QuantityField } from '../RateField.tsx'
import type { BudgetWork } from '../useBudgetWork.ts'
import { Assumed } from './Assumed.tsx'
import type { AssumptionsForm } from './assumptionsForm.ts'
import { IntakeFields } from './IntakeFields.tsx'
import { LevelFields } from './LevelFields.tsx'

const choicesOf = <N extends 'coachSource' | 'ratioBasis'>(name: N) =>
  Object.entries(assumptionWords[name].labels ?? {}).map(([id, label]) => ({ id: id as Assumptions[N], label }))

/** How many coaches there are to be: the staffing rule, and the learners it is held against. */
export function CoachFields({ form, work }: { form: AssumptionsForm; work: BudgetWork }) {
  const { facts } = work.document
  const { values } = form
  const { learnersPerCoach } = facts.design
  const asDesigned =
    learnersPerCoach === null ? 'The design does not say' : `Empty: 1:${learnersPerCoach}, as in the design`
  return (
    <>
      <Assumed form={form} name="coachSource">
        <Select
          label={assumptionWords.coachSource.label}
          choices={choicesOf('coachSource')}
          {...form.typed('coachSource')}
          onChange={(source) => form.choose('coachSource', source)}
        />
      </Assumed>
      <Assumed form={form} name="ratioBasis">
        <Select
          label={assumptionWords.ratioBasis.label}
          choices={choicesOf('ratioBasis')}
          {...form.typed('ratioBasis')}
          onChange={(basis) => form.choose('ratioBasis', basis)}
        />
      </Assumed>
      {values.ratioBasis === 'learnersPerCoach' ? (
        <>
          <Assumed form={form} name="learnersPerCoach">
            <NumberField
              label={assumptionWords.learnersPerCoach.label}
              min={1}
              max={200}
              description={asDesigned}
              {...form.typed('learnersPerCoach')}
            />
          </Assumed>
          <LevelFields form={form} facts={facts} />
        </>
      ) : (
        <>
          <Assumed form={form} name="hoursPerLearner">
            <QuantityField
              label={assumptionWords.hoursPerLearner.label}
              unit="hours"
              description="Time of the coach; published: 10 to 42 hours a learner and year."
              {...form.typed('hoursPerLearner')}
            />
          </Assumed>
          <Assumed form={form} name="hoursPerYear">
            <QuantityField
              label={assumptionWords.hoursPerYear.label}
              unit="hours"
              {...form.typed('hoursPerYear')}
              onChange={(hours) => form.typed('hoursPerYear').onChange(hours ?? values.hoursPerYear)}
            />
          </Assumed>
        </>
      )}
      <IntakeFields form={form} facts={facts} years={work.calculated.result.years} />
      <p className="cd-quiet">{learnersInWords(facts.learners)}</p>
    </>
  )
}

function learnersInWords(groups: BudgetWork['document']['facts']['learners']): string {
  const learners = groups.reduce((sum, group) => sum + group.learners, 0)
  const away = groups.reduce((sum, group) => sum + group.away, 0)
  return `${count(learners, 'learner')} on the roster now${away > 0 ? `, ${away} more on leave` : ''}.`
}
