import type { Choices } from '#shared/program/design/design.ts'
import { backgroundLabels, competencyDomainLabels, panelistKindLabels } from '#shared/program/design/recruitment.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChecksIn, ChoiceIn, DateIn, LinesIn, NumberIn, TextIn, YesNoIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'

type Panelist = Choices<'recruitment'>['panel'][number]

/** Question 4: who may coach, what is asked of them, and who interviews. */
export function RecruitmentForm({ bind }: { bind: Bind<Choices<'recruitment'>> }) {
  return (
    <>
      <Part title="Who may coach">
        <div className="cd-design-grid">
          <ChoiceIn bind={bind} name="background" label="Background" labels={backgroundLabels} />
          <NumberIn bind={bind} name="minimumYears" label="In practice for at least" unit="years" />
          <div data-wide>
            <ChecksIn
              bind={bind}
              name="competencyDomains"
              label="Skills asked for"
              description="The headings of the interview rubric and the observation form."
              labels={competencyDomainLabels}
            />
          </div>
          <div data-wide>
            <TextIn bind={bind} name="qualities" label="What the call asks for" isMultiline />
          </div>
          <NumberIn bind={bind} name="serviceYears" label="Term of service" unit="years" />
          <YesNoIn bind={bind} name="renewable" label="Can be renewed" />
        </div>
      </Part>
      <Part title="Call for coaches">
        <div className="cd-design-grid">
          <DateIn bind={bind} name="callOpensOn" label="Opens" />
          <DateIn bind={bind} name="callClosesOn" label="Closes" />
          <div data-wide>
            <LinesIn
              bind={bind}
              name="materials"
              label="What an application consists of"
              description="One to a line: letter of interest, CV, letter of support from the department."
            />
          </div>
        </div>
      </Part>
      <Part title="Interviews">
        <div className="cd-design-grid">
          <YesNoIn bind={bind} name="interview" label="Applicants are interviewed" />
          <NumberIn bind={bind} name="interviewMinutes" label="Length of an interview" unit="minutes" />
          <YesNoIn bind={bind} name="learnersOnPanel" label="Learners on the panel" />
          <YesNoIn bind={bind} name="blindedScores" label="Scores are given without seeing the others’" />
        </div>
        <ListIn
          bind={bindTo(bind, 'panel')}
          noun="panelist"
          nameOf={({ name }) => name}
          makeItem={() => newItem<Panelist>({ name: '', kind: 'faculty' })}
          empty="Nobody on the panel yet."
        >
          {(panelist) => (
            <div className="cd-design-row">
              <div data-grow>
                <TextIn bind={panelist} name="name" label="Person or seat" placeholder="Chief resident" />
              </div>
              <ChoiceIn
                bind={panelist}
                name="kind"
                label="Who that is"
                labels={panelistKindLabels}
                isOptional={false}
              />
            </div>
          )}
        </ListIn>
      </Part>
    </>
  )
}
