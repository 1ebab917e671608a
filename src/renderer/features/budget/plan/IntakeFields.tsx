import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import { Assumed } from './Assumed.tsx'
import { type AssumptionsForm, withYear } from './assumptionsForm.ts'
import { YearFields } from './YearFields.tsx'

interface Props {
  form: AssumptionsForm
  facts: StaffingFacts
  years: readonly number[]
}

/** Learners that enter each year at the first level, by site; empty: as many as are there now. */
export function IntakeFields({ form, facts, years }: Props) {
  const { value: intakes, onChange, isDisabled } = form.typed('intakes')
  const [level] = facts.levels
  if (level === undefined) return null
  const now = facts.learners.filter((group) => group.level === level)
  const isEntry = (site: string) => (intake: Assumptions['intakes'][number]) =>
    intake.level === level && intake.site === site
  const set = (site: string, year: number, learners: number | null): void => {
    const before = intakes.find(isEntry(site)) ?? { level, site, learners: {} }
    const after = { ...before, learners: withYear(before.learners, year, learners) }
    const others = intakes.filter((intake) => !isEntry(site)(intake))
    onChange(Object.keys(after.learners).length === 0 ? others : [...others, after])
  }
  return (
    <Assumed form={form} name="intakes">
      <details open={intakes.length > 0}>
        <summary>{`New learners each year, ${level}`}</summary>
        <p className="cd-field-description">Empty: as many as are there now.</p>
        <YearFields
          caption={`New learners each year, ${level}`}
          years={years}
          rows={now.map(({ site, learners }) => ({
            key: site,
            label: `${site === '' ? 'No site' : site} (now ${learners})`,
          }))}
        >
          {(site, year, label) => (
            <NumberField
              label={label}
              isLabelHidden
              max={100_000}
              isDisabled={isDisabled}
              value={intakes.find(isEntry(site))?.learners[String(year)] ?? null}
              onChange={(entering) => set(site, year, entering)}
            />
          )}
        </YearFields>
      </details>
    </Assumed>
  )
}
