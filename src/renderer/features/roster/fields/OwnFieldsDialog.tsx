import './fields.css'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useClient, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { useSubmit } from '../useSubmit.ts'
import { draftOf, type FieldDraft, moved, readDrafts } from './fieldDrafts.ts'
import { FieldRow } from './FieldRow.tsx'

interface OwnFieldsDialogProps {
  kind: RosterKind
  programId: string
  onClose: () => void
}

/** The fields a program keeps of its own: what no other program has, in the grid, the forms, views and exports. */
export function OwnFieldsDialog(props: OwnFieldsDialogProps) {
  const fields = useRead('roster.listCustomFields', { programId: props.programId })
  const own = fields.data?.filter(({ appliesTo }) => appliesTo === props.kind)
  return (
    <Dialog title={`Own fields of ${props.kind}`} isOpen onClose={props.onClose} width="medium">
      {fields.isPending && <Skeleton label="Own fields" lines={4} />}
      {fields.error && <ProblemNotice problem={fields.error.problem} />}
      {own && <FieldsForm {...props} stored={own} />}
    </Dialog>
  )
}

function FieldsForm({ kind, programId, onClose, stored }: OwnFieldsDialogProps & { stored: readonly CustomField[] }) {
  const client = useClient()
  const done = useDone()
  const added = useRef(0)
  const form = useRef<HTMLFormElement>(null)
  const [newest, setNewest] = useState<string | null>(null)
  const [drafts, setDrafts] = useState(() => stored.map(draftOf))
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())
  const gone = stored.filter(({ id }) => !drafts.some((draft) => draft.id === id))

  const { problem, isBusy, onSubmit } = useSubmit(async () => {
    const read = readDrafts(drafts)
    setErrors(read.errors)
    const [wrong] = read.errors.keys()
    if (wrong !== undefined) {
      form.current?.querySelector<HTMLElement>(`[data-field="${wrong}"] :is(input, textarea)`)?.focus()
      return
    }
    await client.call('roster.saveCustomFields', { programId, appliesTo: kind, fields: read.fields })
    onClose()
    await done(`Own fields of ${kind} changed`)
  })
  const add = () => {
    const key = `new-${++added.current}`
    setNewest(key)
    setDrafts([...drafts, { key, name: '', kind: 'text', choices: '' }])
  }
  const change = (index: number, part: Partial<FieldDraft>) => {
    setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...part } : draft)))
    setErrors(new Map())
  }

  return (
    <form ref={form} noValidate onSubmit={onSubmit}>
      {problem && <ProblemNotice problem={problem} />}
      <p>
        What only this program keeps of its {kind}, such as a study group or a date of clearance. Each is a column, a
        field of every person, and part of views, imports and exports.
      </p>
      <ol className="cd-own-fields">
        {drafts.map((draft, index) => (
          <FieldRow
            key={draft.key}
            draft={draft}
            position={index + 1}
            isFirst={index === 0}
            isLast={index === drafts.length - 1}
            autoFocus={draft.key === newest}
            errors={errors}
            onChange={(part) => change(index, part)}
            onMove={(by) => setDrafts(moved(drafts, index, by))}
            onRemove={() => setDrafts(drafts.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div>
        <Button kind="quiet" icon={Plus} onPress={add} autoFocus={stored.length === 0}>
          Add field
        </Button>
      </div>
      {gone.length > 0 && (
        <p className="cd-own-fields-gone">
          {`${gone.map(({ name }) => name).join(', ')} ${gone.length === 1 ? 'goes' : 'go'} with all that was entered there. Undo brings it back.`}
        </p>
      )}
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          Save fields
        </Button>
      </DialogActions>
    </form>
  )
}
