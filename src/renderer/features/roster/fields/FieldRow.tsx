import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { customFieldKindLabels, customFieldKinds } from '#shared/roster/customFields.ts'
import type { FieldDraft } from './fieldDrafts.ts'

interface FieldRowProps {
  draft: FieldDraft
  /** From 1: what the field is called while it has no name. */
  position: number
  isFirst: boolean
  isLast: boolean
  autoFocus: boolean
  errors: ReadonlyMap<string, string>
  onChange: (part: Partial<FieldDraft>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const kinds = customFieldKinds.map((id) => ({ id, label: customFieldKindLabels[id] }))

/** One of the program's own fields: its name, its kind, and its place among the others. */
export function FieldRow(props: FieldRowProps) {
  const { draft, position, isFirst, isLast, autoFocus, errors, onChange, onMove, onRemove } = props
  const { key, name, kind, choices } = draft
  const called = name.trim() || `field ${position}`
  return (
    <li>
      <TextField
        label="Name"
        name={`${key}.name`}
        value={name}
        onChange={(text) => onChange({ name: text })}
        error={errors.get(`${key}.name`)}
        autoFocus={autoFocus}
      />
      <Select label="Kind" value={kind} choices={kinds} onChange={(next) => onChange({ kind: next })} />
      <div className="cd-own-field-tools">
        <IconButton icon={ArrowUp} label={`Move ${called} up`} isDisabled={isFirst} onPress={() => onMove(-1)} />
        <IconButton icon={ArrowDown} label={`Move ${called} down`} isDisabled={isLast} onPress={() => onMove(1)} />
        <IconButton icon={X} label={`Remove ${called}`} onPress={onRemove} />
      </div>
      {kind === 'choice' && (
        <div className="cd-own-field-choices">
          <TextField
            label="Choices, one per line"
            name={`${key}.choices`}
            value={choices}
            onChange={(text) => onChange({ choices: text })}
            error={errors.get(`${key}.choices`)}
            isMultiline
          />
        </div>
      )}
    </li>
  )
}
