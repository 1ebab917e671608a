import { respondentLabels } from '#shared/program/design/assessment.ts'
import type { Choices } from '#shared/program/design/design.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChoiceIn, DateIn, NumberIn, TextIn, YesNoIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'
import { SharingTable } from '../SharingTable.tsx'

type Instrument = Choices<'assessment'>['instruments'][number]
type Wave = Instrument['waves'][number]

/** Question 8: what is measured, what is asked of coaches, and who sees what. */
export function AssessmentForm({ bind }: { bind: Bind<Choices<'assessment'>> }) {
  return (
    <>
      <Part title="Instruments" field="choices.instruments">
        <ListIn
          bind={bindTo(bind, 'instruments')}
          noun="instrument"
          nameOf={({ name }) => name}
          makeItem={() =>
            newItem<Instrument>({ name: '', respondents: 'learners', measures: '', licence: '', waves: [] })
          }
          empty="No instrument yet."
        >
          {(instrument) => <InstrumentFields bind={instrument} />}
        </ListIn>
      </Part>
      <Part title="Accountability of coaches">
        <div className="cd-design-grid">
          <NumberIn
            bind={bind}
            name="requiredSharePercent"
            label="Of a coach’s pairs, reach the required meetings"
            unit="%"
          />
          <YesNoIn bind={bind} name="annualReview" label="Each coach is reviewed every year" />
          <div data-wide>
            <TextIn bind={bind} name="accountability" label="What happens below that" isMultiline />
          </div>
        </div>
      </Part>
      <Part title="Small groups">
        <div className="cd-design-row">
          <NumberIn bind={bind} name="minimumRatings" label="Ratings shown from" unit="answers" />
          <NumberIn bind={bind} name="minimumComments" label="Comments shown from" unit="answers" />
          <NumberIn bind={bind} name="smallestGroup" label="Smallest group reported" unit="people" />
          <DateIn bind={bind} name="reportOn" label="Outcomes to the dean" />
        </div>
      </Part>
      <Part title="Who may see what" field="choices.sharing">
        <SharingTable bind={bindTo(bind, 'sharing')} />
      </Part>
    </>
  )
}

function InstrumentFields({ bind }: { bind: Bind<Instrument> }) {
  return (
    <div className="cd-design-grid">
      <TextIn bind={bind} name="name" label="Instrument" />
      <ChoiceIn bind={bind} name="respondents" label="Asked of" labels={respondentLabels} isOptional={false} />
      <TextIn bind={bind} name="measures" label="What it is for" />
      <TextIn bind={bind} name="licence" label="License" />
      <div data-wide>
        <h3>Waves</h3>
        <ListIn
          bind={bindTo(bind, 'waves')}
          noun="wave"
          nameOf={({ name }) => name}
          makeItem={() => newItem<Wave>({ name: '', on: null })}
          empty="No wave yet."
        >
          {(wave) => (
            <div className="cd-design-row">
              <TextIn bind={wave} name="name" label="Wave" />
              <DateIn bind={wave} name="on" label="Day" />
            </div>
          )}
        </ListIn>
      </div>
    </div>
  )
}
