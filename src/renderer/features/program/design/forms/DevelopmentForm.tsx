import type { Choices } from '#shared/program/design/design.ts'
import { coachRoleLabels } from '#shared/program/design/development.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChecksIn, DateIn, NumberIn, TextIn, YesNoIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'

type Module = Choices<'development'>['modules'][number]
type Expert = Choices<'development'>['experts'][number]

/** Question 7: training, simulation, observation and local expertise. */
export function DevelopmentForm({ bind }: { bind: Bind<Choices<'development'>> }) {
  return (
    <>
      <Part title="Modules" field="choices.modules">
        <ListIn
          bind={bindTo(bind, 'modules')}
          noun="module"
          nameOf={({ name }) => name}
          makeItem={() => newItem<Module>({ name: '', requiredFor: [], minutes: null, renewMonths: null, dueOn: null })}
          empty="No module yet."
        >
          {(module) => (
            <div className="cd-design-grid">
              <div data-wide>
                <TextIn bind={module} name="name" label="Module" />
              </div>
              <div data-wide>
                <ChecksIn bind={module} name="requiredFor" label="Required for" labels={coachRoleLabels} />
              </div>
              <div className="cd-design-row" data-wide>
                <NumberIn bind={module} name="minutes" label="Length" unit="minutes" />
                <NumberIn bind={module} name="renewMonths" label="Repeated after" unit="months" />
                <DateIn bind={module} name="dueOn" label="Due" />
              </div>
            </div>
          )}
        </ListIn>
      </Part>
      <Part title="Practice and feedback">
        <div className="cd-design-grid">
          <YesNoIn bind={bind} name="simulation" label="Simulation with standardized learners" />
          <YesNoIn bind={bind} name="peerFeedback" label="Peers give each other feedback" />
          <NumberIn
            bind={bind}
            name="observationsPerYear"
            label="Each coach is observed coaching"
            unit="times a year"
          />
          <NumberIn bind={bind} name="communityMeetings" label="Coaches meet together" unit="times a year" />
          <div data-wide>
            <TextIn bind={bind} name="simulationNote" label="How the simulation is run" isMultiline />
          </div>
        </div>
      </Part>
      <Part title="Local experts" field="choices.experts">
        <ListIn
          bind={bindTo(bind, 'experts')}
          noun="expert"
          nameOf={({ name }) => name}
          makeItem={() => newItem<Expert>({ name: '', topic: '' })}
          empty="Nobody named yet."
        >
          {(expert) => (
            <div className="cd-design-grid">
              <TextIn bind={expert} name="name" label="Name" />
              <TextIn bind={expert} name="topic" label="Topic" />
            </div>
          )}
        </ListIn>
      </Part>
    </>
  )
}
