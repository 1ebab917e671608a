import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Attachment, Decision, OpenPoint } from '#shared/program/design/answer.ts'
import { type Bind, bindTo } from './bind.ts'
import { DateIn, TextIn } from './fields.tsx'
import { ListIn } from './ListIn.tsx'
import { newItem } from './newItem.ts'
import { Part } from './Part.tsx'

type Rejected = Decision['rejected'][number]

/** What every answer has beside its choices. */
export interface Records {
  notes: string
  decisions: Decision[]
  openPoints: OpenPoint[]
  attachments: Attachment[]
}

/** Notes, who decided what, what is still open, and the documents that belong to it. */
export function RecordParts({ bind }: { bind: Bind<Records> }) {
  const today = useWorkspaceInfo()?.today ?? null
  return (
    <>
      <Part title="Notes">
        <TextIn bind={bind} name="notes" label="In the committee’s own words" isMultiline />
      </Part>
      <Part title="Decisions" field="decisions">
        <ListIn
          bind={bindTo(bind, 'decisions')}
          noun="decision"
          nameOf={({ what }) => what}
          makeItem={() => newItem<Decision>({ what: '', by: '', on: today, why: '', rejected: [] })}
          empty="No decision on record."
        >
          {(decision) => <DecisionFields bind={decision} />}
        </ListIn>
      </Part>
      <Part title="Open points" field="openPoints">
        <ListIn
          bind={bindTo(bind, 'openPoints')}
          noun="open point"
          nameOf={({ text }) => text}
          makeItem={() => newItem<OpenPoint>({ text: '', owner: '', due: null, closedOn: null })}
          empty="Nothing is open."
        >
          {(point) => <OpenPointFields bind={point} today={today} />}
        </ListIn>
      </Part>
      <Part title="Documents" field="attachments">
        <ListIn
          bind={bindTo(bind, 'attachments')}
          noun="document"
          nameOf={({ title }) => title}
          makeItem={() => newItem<Attachment>({ title: '', place: '' })}
          empty="No document named. Documents stay where they are kept; this says where that is."
        >
          {(document) => (
            <div className="cd-design-grid">
              <TextIn bind={document} name="title" label="Document" />
              <TextIn bind={document} name="place" label="Where it is kept" />
            </div>
          )}
        </ListIn>
      </Part>
    </>
  )
}

function DecisionFields({ bind }: { bind: Bind<Decision> }) {
  return (
    <div className="cd-design-grid">
      <div data-wide>
        <TextIn bind={bind} name="what" label="Decision" />
      </div>
      <TextIn bind={bind} name="by" label="Decided by" />
      <DateIn bind={bind} name="on" label="On" />
      <div data-wide>
        <TextIn bind={bind} name="why" label="Why" isMultiline />
      </div>
      <div data-wide>
        <h3>Options rejected</h3>
        <ListIn
          bind={bindTo(bind, 'rejected')}
          noun="rejected option"
          nameOf={({ option }) => option}
          makeItem={() => newItem<Rejected>({ option: '', why: '' })}
          empty="None on record."
        >
          {(rejected) => (
            <div className="cd-design-grid">
              <TextIn bind={rejected} name="option" label="Option" />
              <TextIn bind={rejected} name="why" label="Why not" />
            </div>
          )}
        </ListIn>
      </div>
    </div>
  )
}

function OpenPointFields({ bind, today }: { bind: Bind<OpenPoint>; today: PlainDate | null }) {
  const { due, closedOn } = bind.value
  return (
    <div className="cd-design-grid">
      <div data-wide>
        <TextIn bind={bind} name="text" label="Open point" />
      </div>
      <TextIn bind={bind} name="owner" label="Owner" />
      <DateIn bind={bind} name="due" label="Due" />
      <div className="cd-design-closing" data-wide>
        <Checkbox
          label="Settled"
          value={closedOn !== null}
          onChange={(isClosed) => bind.choose({ ...bind.value, closedOn: isClosed ? today : null })}
        />
        {closedOn && <StatusDot tone="done">{`Settled ${formatDate(closedOn)}`}</StatusDot>}
        {!closedOn && due && today && due < today && <StatusDot tone="needs">Past its date</StatusDot>}
      </div>
    </div>
  )
}
