import { orientationTopicLabels } from '#shared/program/design/buyIn.ts'
import type { Choices } from '#shared/program/design/design.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChecksIn, DateIn, NumberIn, TextIn, YesNoIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'

type Communication = Choices<'buyIn'>['communications'][number]

/** Question 6: what learners hear, when, and what they agree to. */
export function BuyInForm({ bind }: { bind: Bind<Choices<'buyIn'>> }) {
  return (
    <>
      <Part title="Pitch">
        <TextIn bind={bind} name="pitch" label="What learners are told coaching is for" isMultiline />
      </Part>
      <Part title="Orientation">
        <div className="cd-design-grid">
          <DateIn bind={bind} name="orientationOn" label="Day" />
          <NumberIn bind={bind} name="orientationMinutes" label="Length" unit="minutes" />
          <div data-wide>
            <ChecksIn bind={bind} name="orientationTopics" label="Topics" labels={orientationTopicLabels} />
          </div>
          <YesNoIn bind={bind} name="agreement" label="Each pair signs an agreement" />
          <YesNoIn bind={bind} name="expectationSurvey" label="Expectations are asked, and compared in spring" />
        </div>
      </Part>
      <Part title="Communication" field="choices.communications">
        <ListIn
          bind={bindTo(bind, 'communications')}
          noun="message"
          nameOf={({ what }) => what}
          makeItem={() => newItem<Communication>({ what: '', to: '', channel: '', on: null, owner: '' })}
          empty="Nothing planned yet."
        >
          {(message) => (
            <div className="cd-design-grid">
              <div data-wide>
                <TextIn bind={message} name="what" label="What is sent or said" />
              </div>
              <TextIn bind={message} name="to" label="To" />
              <TextIn bind={message} name="channel" label="Channel" placeholder="E-mail, class meeting" />
              <DateIn bind={message} name="on" label="Day" />
              <TextIn bind={message} name="owner" label="Owner" />
            </div>
          )}
        </ListIn>
      </Part>
    </>
  )
}
