import { FileDrop } from '#renderer/app/import/FileDrop.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import type { PeopleKind } from '#shared/roster/schema.ts'

interface ChooseStepProps {
  kind: PeopleKind
  onKind: (kind: PeopleKind) => void
  onFile: (name: string, bytes: Blob) => void
}

/** The first step: whose roster it is, and the file. */
export function ChooseStep({ kind, onKind, onFile }: ChooseStepProps) {
  return (
    <div className="cd-import-choose">
      <RadioGroup<PeopleKind>
        label="The file lists"
        value={kind}
        onChange={onKind}
        choices={[
          { id: 'learners', label: 'Learners', description: 'Students, residents or fellows, one in each row' },
          { id: 'coaches', label: 'Coaches', description: 'Faculty and others who coach, one in each row' },
          { id: 'staff', label: 'Staff', description: 'Whoever runs the program, a role in each row' },
        ]}
      />
      <FileDrop onFile={onFile} />
      <section className="cd-import-hints" aria-label="What helps">
        <h2>What helps</h2>
        <ul>
          <li>
            One row for each {kind === 'staff' ? 'role' : 'person'}, under a row of column names. Title rows above it
            are skipped.
          </li>
          <li>A last name is all that is needed; an id or an e-mail lets the next import find the same person.</li>
          <li>Every visible sheet that looks like a roster is read: one tab for each class is fine.</li>
          <li>An empty cell leaves what is stored as it is. Nobody is removed because a file does not name them.</li>
        </ul>
      </section>
    </div>
  )
}
