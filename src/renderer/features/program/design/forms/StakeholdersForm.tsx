import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Choices } from '#shared/program/design/design.ts'
import {
  influenceLabels,
  type Stakeholder,
  stakeholderRoleLabels,
  stanceLabels,
} from '#shared/program/design/stakeholders.ts'
import { type Bind, bindTo } from '../bind.ts'
import { ChecksIn, ChoiceIn, DateIn, TextIn } from '../fields.tsx'
import { ListIn } from '../ListIn.tsx'
import { newItem } from '../newItem.ts'
import { Part } from '../Part.tsx'

type Contact = Stakeholder['log'][number]

/** Question 2: the register of those who decide, administer, promote and help. */
export function StakeholdersForm({ bind }: { bind: Bind<Choices<'stakeholders'>> }) {
  const today = useWorkspaceInfo()?.today
  return (
    <Part title="Stakeholders" field="choices.stakeholders">
      <ListIn
        bind={bindTo(bind, 'stakeholders')}
        noun="stakeholder"
        nameOf={({ name }) => name}
        makeItem={newStakeholder}
        empty="Nobody yet. Begin with whoever approves the budget."
      >
        {(stakeholder) => <StakeholderFields bind={stakeholder} today={today ?? ''} />}
      </ListIn>
    </Part>
  )
}

function StakeholderFields({ bind, today }: { bind: Bind<Stakeholder>; today: PlainDate }) {
  return (
    <div className="cd-design-grid">
      <TextIn bind={bind} name="name" label="Person or body" />
      <TextIn bind={bind} name="body" label="Title, office or department" />
      <div data-wide>
        <ChecksIn bind={bind} name="roles" label="Role" labels={stakeholderRoleLabels} />
      </div>
      <ChoiceIn bind={bind} name="stance" label="Stance" labels={stanceLabels} />
      <ChoiceIn bind={bind} name="influence" label="Influence" labels={influenceLabels} />
      <div data-wide>
        <TextIn bind={bind} name="commitment" label="Commitment" description="What was promised." />
      </div>
      <TextIn bind={bind} name="nextStep" label="Next step" />
      <DateIn bind={bind} name="nextContact" label="Next contact" />
      <div data-wide>
        <h3>Contacts</h3>
        <ListIn
          bind={bindTo(bind, 'log')}
          noun="contact"
          nameOf={({ note }) => note}
          makeItem={() => newItem<Contact>({ on: today, by: '', note: '' })}
          empty="No contact on record."
        >
          {(contact) => (
            <div className="cd-design-row">
              <DateIn bind={contact} name="on" label="Day" />
              <TextIn bind={contact} name="by" label="By" />
              <div data-grow>
                <TextIn bind={contact} name="note" label="Note" />
              </div>
            </div>
          )}
        </ListIn>
      </div>
    </div>
  )
}

const newStakeholder = (): Stakeholder =>
  newItem<Stakeholder>({
    name: '',
    body: '',
    roles: [],
    stance: null,
    influence: null,
    commitment: '',
    nextStep: '',
    nextContact: null,
    log: [],
  })
