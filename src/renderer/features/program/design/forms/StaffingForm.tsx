import type { Choices } from '#shared/program/design/design.ts'
import { payModelLabels } from '#shared/program/design/staffing.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChoiceIn, DateIn, EffortIn, MoneyIn, TextIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'

type Position = Choices<'staffing'>['positions'][number]
type Funding = Choices<'staffing'>['funding'][number]

/** Question 5: positions, pay, funds and support. */
export function StaffingForm({ bind }: { bind: Bind<Choices<'staffing'>> }) {
  return (
    <>
      <Part title="Pay of coaches">
        <div className="cd-design-grid">
          <ChoiceIn bind={bind} name="payModel" label="How coaches are paid" labels={payModelLabels} />
          <EffortIn bind={bind} name="coachEffort" label="Protected effort, each coach" />
          <MoneyIn bind={bind} name="stipendCents" label="Stipend a year, each coach ($)" />
        </div>
      </Part>
      <Part title="Positions" field="choices.positions">
        <ListIn
          bind={bindTo(bind, 'positions')}
          noun="position"
          nameOf={({ title }) => title}
          makeItem={() => newItem<Position>({ title: '', holder: '', effort: null, duties: '' })}
          empty="No position yet: a director, an administrator, somebody for the data."
        >
          {(position) => (
            <div className="cd-design-grid">
              <TextIn bind={position} name="title" label="Position" />
              <TextIn bind={position} name="holder" label="Held by" description="Empty where it is to be hired." />
              <EffortIn bind={position} name="effort" label="Effort" />
              <TextIn bind={position} name="duties" label="Duties" />
            </div>
          )}
        </ListIn>
      </Part>
      <Part title="Funding" field="choices.funding">
        <ListIn
          bind={bindTo(bind, 'funding')}
          noun="funding source"
          nameOf={({ source }) => source}
          makeItem={() => newItem<Funding>({ source: '', pays: '', endsOn: null })}
          empty="No funding source yet."
        >
          {(funding) => (
            <div className="cd-design-row">
              <div data-grow>
                <TextIn bind={funding} name="source" label="Source" />
              </div>
              <div data-grow>
                <TextIn bind={funding} name="pays" label="Pays for" />
              </div>
              <DateIn bind={funding} name="endsOn" label="Ends on" />
            </div>
          )}
        </ListIn>
      </Part>
      <Part title="Support">
        <TextIn bind={bind} name="dataManagement" label="Who keeps rosters, surveys and reports" isMultiline />
        <TextIn bind={bind} name="materials" label="Materials, rooms, food, software" isMultiline />
      </Part>
    </>
  )
}
