import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import type { Choices } from '#shared/program/design/design.ts'
import {
  changePolicyLabels,
  formatLabels,
  pairingMethodLabels,
  participationLabels,
} from '#shared/program/design/structure.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChoiceIn, DateIn, NumberIn, TextIn, YesNoIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'

type Level = Choices<'structure'>['levels'][number]

/** Question 3: who takes part, the ratio, the meetings, the pairs and the changes of coach. */
export function StructureForm({ bind }: { bind: Bind<Choices<'structure'>> }) {
  return (
    <>
      <Part title="Participation">
        <div className="cd-design-grid">
          <ChoiceIn bind={bind} name="participation" label="Mandatory or elective" labels={participationLabels} />
          <NumberIn bind={bind} name="coveragePercent" label="Learners who are to have a coach" unit="%" />
          <DateIn bind={bind} name="startsOn" label="Starts on" />
          <NumberIn bind={bind} name="lengthMonths" label="A learner has a coach for" unit="months" />
        </div>
      </Part>
      <Part title="Ratio">
        <div className="cd-design-grid">
          <NumberIn bind={bind} name="learnersPerCoach" label="Learners per coach, overall" unit="learners" />
          <ChoiceIn bind={bind} name="coachType" label="Type of coach" labels={coachTypeLabels} />
        </div>
        <ListIn
          bind={bindTo(bind, 'levels')}
          noun="class year"
          nameOf={({ level }) => level}
          makeItem={() => newItem<Level>({ level: '', learnersPerCoach: bind.value.learnersPerCoach ?? 1 })}
          empty="No limit by class year."
        >
          {(level) => (
            <div className="cd-design-row">
              <TextIn bind={level} name="level" label="Class year" placeholder="M1 or PGY-2" />
              <NumberIn bind={level} name="learnersPerCoach" label="At most, for one coach" unit="learners" />
            </div>
          )}
        </ListIn>
      </Part>
      <Part title="Meetings">
        <div className="cd-design-grid">
          <ChoiceIn bind={bind} name="format" label="Individual or group" labels={formatLabels} />
          <NumberIn bind={bind} name="meetingMinutes" label="Length of a meeting" unit="minutes" />
          <NumberIn bind={bind} name="meetingsPerTerm" label="Required meetings" unit="a term" />
          <NumberIn bind={bind} name="termsPerYear" label="Terms" unit="a year" />
        </div>
      </Part>
      <Part title="Pairing and changes of coach">
        <div className="cd-design-grid">
          <div data-wide>
            <ChoiceIn bind={bind} name="pairingMethod" label="Pairing method" labels={pairingMethodLabels} />
          </div>
          <YesNoIn bind={bind} name="sameSite" label="Coach and learner at the same site" />
          <YesNoIn bind={bind} name="coachAssessesLearner" label="Somebody who assesses a learner may be the coach" />
          <div data-wide>
            <ChoiceIn bind={bind} name="changePolicy" label="Change of coach" labels={changePolicyLabels} />
          </div>
          <DateIn bind={bind} name="changeOpensOn" label="Changes from" />
          <DateIn bind={bind} name="changeClosesOn" label="Changes until" />
          <div data-wide>
            <TextIn bind={bind} name="changeNote" label="How a change is asked for" isMultiline />
          </div>
        </div>
      </Part>
    </>
  )
}
