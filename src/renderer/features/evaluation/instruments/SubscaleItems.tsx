import { memo, useCallback } from 'react'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { useLatest } from '#renderer/ui/grid/useLatest.ts'
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
  const act = useLatest((id: string, isChosen: boolean): void =>
    onChange({ items: isChosen ? [...scale.items, id] : scale.items.filter((other) => other !== id) }),
  )
  const onChoose = useCallback((id: string, isChosen: boolean) => act()(id, isChosen), [act])
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
              <ItemChoice id={item.id} label={itemLabel(item, at)} isChosen={isChosen} onChoose={onChoose} />
              {scale.method === 'gas' && isChosen && (
                <PartField
                  label={`Weight of goal ${at + 1}, if not 1`}
                  form={form}
                  path={`${path}.weights.${item.id}`}
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

interface ItemChoiceProps {
  id: string
  label: string
  isChosen: boolean
  onChoose: (id: string, isChosen: boolean) => void
}

/** Memoised: while an item is worded, only its own choices are drawn again, of all in all subscales. */
const ItemChoice = memo(function ItemChoice({ id, label, isChosen, onChoose }: ItemChoiceProps) {
  return <Checkbox label={label} value={isChosen} onChange={(isChecked) => onChoose(id, isChecked)} />
})
