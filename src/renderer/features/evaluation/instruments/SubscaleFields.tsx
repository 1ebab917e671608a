import { X } from 'lucide-react'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { scoringMethods, type Subscale } from '#shared/evaluation/instrumentSchema.ts'
import { CutRows } from './CutRows.tsx'
import type { ItemDraft, SubscaleDraft } from './draft.ts'
import type { EditorForm } from './editorForm.ts'
import { PartField } from './PartField.tsx'
import { SubscaleItems } from './SubscaleItems.tsx'
import { methodLabels, missingWords, rangeWords } from './words.ts'

interface Props {
  scale: SubscaleDraft
  at: number
  items: readonly ItemDraft[]
  /** What would be stored of it now. */
  scored: Subscale
  form: EditorForm
  onChange: (scale: SubscaleDraft) => void
  onRemove: () => void
}

const betterChoices = [
  { id: 'higher' as const, label: 'Higher' },
  { id: 'lower' as const, label: 'Lower' },
  { id: 'neither' as const, label: 'Neither' },
]

/** One subscale: what it counts and how, when it is scored, and its cut points. */
export function SubscaleFields({ scale, at, items, scored, form, onChange, onRemove }: Props) {
  const path = `subscales.${at}`
  const change = (part: Partial<SubscaleDraft>): void => onChange({ ...scale, ...part })
  const called = scale.name.trim() || `Subscale ${at + 1}`
  return (
    <fieldset>
      <legend>{called}</legend>
      <div className="cd-subscale-fields">
        <PartField
          label="Name"
          form={form}
          path={`${path}.name`}
          isRequired
          value={scale.name}
          onChange={(name) => change({ name })}
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
        <PartField
          label="Answered, at least %"
          form={form}
          path={`${path}.answered`}
          value={scale.answeredPercent}
          onChange={(answeredPercent) => change({ answeredPercent })}
        />
      </div>
      {scale.method === 'sum' && (
        <Checkbox
          label="Where items are missing, raise the sum to what all would give"
          value={scale.prorate}
          onChange={(prorate) => change({ prorate })}
        />
      )}
      <p className="cd-quiet">{[rangeWords(scored), missingWords(scored)].filter(Boolean).join(' ')}</p>
      <SubscaleItems scale={scale} path={path} items={items} form={form} onChange={change} />
      <CutRows cuts={scale.cuts} path={path} form={form} onChange={(cuts) => change({ cuts })} />
      <Button kind="quiet" icon={X} onPress={onRemove}>
        {`Remove ${called}`}
      </Button>
    </fieldset>
  )
}
