import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { isCounted, type ItemDraft, type SubscaleDraft } from './draft.ts'
import { itemLabel } from './draftWords.ts'
import type { EditorForm } from './editorForm.ts'
import { PartField } from './PartField.tsx'

interface Props {
  scale: SubscaleDraft
  path: string
  items: readonly ItemDraft[]
  form: EditorForm
  onChange: (part: Partial<SubscaleDraft>) => void
}

/** Which items a subscale counts; of goals, with their weights. */
export function SubscaleItems({ scale, path, items, form, onChange }: Props) {
  const wrong = form.errorAt(`${path}.items`)
  const check = (id: string, isChecked: boolean): void =>
    onChange({ items: isChecked ? [...scale.items, id] : scale.items.filter((other) => other !== id) })
  return (
    <fieldset className="cd-subscale-items" data-field={`${path}.items`}>
      <legend className="cd-field-label">Items</legend>
      <div>
        {items.map((item, at) => {
          const isChosen = scale.items.includes(item.id)
          // What is answered in words cannot be counted; it can still be taken out.
          if (!isCounted(item) && !isChosen) return null
          return (
            <div key={item.id}>
              <Checkbox
                label={itemLabel(item, at)}
                value={isChosen}
                onChange={(isChecked) => check(item.id, isChecked)}
              />
              {scale.method === 'gas' && isChosen && (
                <PartField
                  label={`Weight of goal ${at + 1}`}
                  form={form}
                  path={`${path}.weights.${item.id}`}
                  description="1 where empty."
                  value={scale.weights[item.id] ?? ''}
                  onChange={(weight) => onChange({ weights: { ...scale.weights, [item.id]: weight } })}
                />
              )}
            </div>
          )
        })}
      </div>
      {wrong && (
        <p className="cd-field-error" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  )
}
