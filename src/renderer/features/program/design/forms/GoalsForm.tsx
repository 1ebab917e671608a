import { directionLabels, type Goal, needLabels } from '#shared/program/design/goals.ts'
import type { Choices } from '#shared/program/design/design.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChecksIn, ChoiceIn, DateIn, FigureIn, TextIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'

/** Question 1: the problem, the needs, and goals that can be measured. */
export function GoalsForm({ bind }: { bind: Bind<Choices<'goals'>> }) {
  return (
    <>
      <Part title="Why there is a program">
        <TextIn bind={bind} name="problem" label="Problem to solve" isMultiline />
        <ChecksIn bind={bind} name="needs" label="Needs it is to meet" labels={needLabels} />
        <TextIn
          bind={bind}
          name="coachDefinition"
          label="What a coach is here"
          description="Apart from an adviser and a mentor; the roles are easily confused."
          isMultiline
        />
      </Part>
      <Part title="Goals" field="choices.goals">
        <ListIn
          bind={bindTo(bind, 'goals')}
          noun="goal"
          nameOf={({ statement }) => statement}
          makeItem={newGoal}
          empty="No goal yet. A goal says what is to change, how that is measured, and by when."
        >
          {(goal) => <GoalFields bind={goal} />}
        </ListIn>
      </Part>
    </>
  )
}

function GoalFields({ bind }: { bind: Bind<Goal> }) {
  return (
    <div className="cd-design-grid">
      <div data-wide>
        <TextIn bind={bind} name="statement" label="Goal" />
      </div>
      <ChoiceIn bind={bind} name="need" label="Need" labels={needLabels} />
      <TextIn bind={bind} name="owner" label="Owner" />
      <TextIn bind={bind} name="measure" label="Measure" description="What is counted or scored." />
      <TextIn
        bind={bind}
        name="instrument"
        label="Instrument"
        description="The survey, log or record it is read from."
      />
      <div className="cd-design-row" data-wide>
        <ChoiceIn bind={bind} name="direction" label="Direction" labels={directionLabels} />
        <FigureIn bind={bind} name="baseline" label="Baseline" />
        <FigureIn bind={bind} name="target" label="Target" />
        <TextIn bind={bind} name="unit" label="Unit" />
        <div data-date>
          <DateIn bind={bind} name="due" label="By" />
        </div>
      </div>
    </div>
  )
}

const newGoal = (): Goal =>
  newItem<Goal>({
    statement: '',
    need: null,
    measure: '',
    instrument: '',
    unit: '',
    direction: null,
    baseline: null,
    target: null,
    due: null,
    owner: '',
  })
