import { NumberField } from '#renderer/ui/form/NumberField.tsx'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import { Assumed } from './Assumed.tsx'
import type { AssumptionsForm } from './assumptionsForm.ts'

/** Limits by class year, for programs where first years need more of a coach; empty: as the design says, or no limit. */
export function LevelFields({ form, facts }: { form: AssumptionsForm; facts: StaffingFacts }) {
  const { value: own, onChange, isDisabled } = form.typed('learnersPerCoachByLevel')
  const { learnersPerCoachByLevel: designed } = facts.design
  const ratioAt = (list: typeof own, level: string): number | null =>
    list?.find((one) => one.level === level)?.learnersPerCoach ?? null
  const set = (level: string, learnersPerCoach: number | null): void => {
    const others = (own ?? designed).filter((one) => one.level !== level)
    onChange(learnersPerCoach === null ? others : [...others, { level, learnersPerCoach }])
  }
  if (facts.levels.length < 2) return null
  return (
    <Assumed form={form} name="learnersPerCoachByLevel">
      <details open={designed.length > 0 || own !== null}>
        <summary>At most, by class year</summary>
        <div className="cd-level-fields">
          {facts.levels.map((level) => (
            <NumberField
              key={level}
              label={level}
              min={1}
              max={200}
              isDisabled={isDisabled}
              value={ratioAt(own ?? designed, level)}
              onChange={(ratio) => set(level, ratio)}
            />
          ))}
        </div>
      </details>
    </Assumed>
  )
}
