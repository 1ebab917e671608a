import { X } from 'lucide-react'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { scoringMethods } from '#shared/evaluation/instrumentSchema.ts'
import { CutRows } from './CutRows.tsx'
import type { ItemDraft, SubscaleDraft } from './draft.ts'
import { SubscaleItems } from './SubscaleItems.tsx'
import { methodLabels } from './words.ts'

interface Props {
  scale: SubscaleDraft
  at: number
  items: readonly ItemDraft[]
  errorAt: (path: string) => string | undefined
  onChange: (scale: SubscaleDraft) => void
  onRemove: () => void
  onLeave: () => void
}

const betterChoices = [
  { id: 'higher' as const, label: 'Higher' },
  { id: 'lower' as const, label: 'Lower' },
  { id: 'neither' as const, label: 'Neither' },
]

/** One subscale: what it counts and how, when it is scored, and its cut points. */
export function SubscaleFields({ scale, at, items, errorAt, onChange, onRemove, onLeave }: Props) {
  const path = `subscales.${at}`
  const change = (part: Partial<SubscaleDraft>): void => onChange({ ...scale, ...part })
  const called = scale.name.trim() || `Subscale ${at + 1}`
  return (
    <fieldset>
      <legend>{called}</legend>
      <div className="cd-subscale-fields">
        <TextField
          label="Name"
          name={`${path}.name`}
          isRequired
          value={scale.name}
          onChange={(name) => change({ name })}
          onBlur={onLeave}
          error={errorAt(`${path}.name`)}
        />
        <Select
          label="Score"
          choices={scoringMethods.map((id) => ({ id, label: methodLabels[id] }))}
          value={scale.method}
          onChange={(method) => change({ method })}
        />
        <Select
          label="What is better"
          choices={betterChoices}
          value={scale.better}
          onChange={(better) => change({ better })}
        />
        <TextField
          label="Items answered, at least %"
          name={`${path}.answered`}
          value={scale.answeredPercent}
          onChange={(answeredPercent) => change({ answeredPercent })}
          onBlur={onLeave}
          error={errorAt(`${path}.answered`)}
        />
      </div>
      {scale.method === 'sum' && (
        <Checkbox
          label="Where items are missing, raise the sum to what all would give"
          value={scale.prorate}
          onChange={(prorate) => change({ prorate })}
        />
      )}
      <SubscaleItems scale={scale} path={path} items={items} errorAt={errorAt} onChange={change} onLeave={onLeave} />
      <CutRows
        cuts={scale.cuts}
        path={path}
        errorAt={errorAt}
        onChange={(cuts) => change({ cuts })}
        onLeave={onLeave}
      />
      <Button kind="quiet" icon={X} onPress={onRemove}>
        {`Remove ${called}`}
      </Button>
    </fieldset>
  )
}
