import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'
import { count } from '#shared/kernel/text.ts'
import { newScale, type ResponseScaleDraft, usualScales } from './draft.ts'
import { scaleWords } from './draftWords.ts'
import type { EditorForm } from './editorForm.ts'
import { ScaleSteps } from './ScaleSteps.tsx'
import { useFocusNext } from './useFocusNext.ts'
import { placesWords } from './words.ts'

const usualLabels: Record<keyof typeof usualScales, string> = {
  agreement: 'Agreement, 1 to 5',
  frequency: 'Frequency, 1 to 5',
  quality: 'Quality, 1 to 5',
  numbers: 'Numbers, from one to another',
}

/** What items can be answered with: figures and the words that stand beside them. */
export function ResponseScalesPart({ form }: { form: EditorForm }) {
  const { items, scales } = form.values
  const { box, willRemove } = useRemovalFocus<HTMLElement>()
  const list = useRef<HTMLUListElement>(null)
  const focusNext = useFocusNext()
  const add = (usual: keyof typeof usualScales): void => {
    focusNext(() => list.current?.lastElementChild?.querySelector('input'))
    form.set('scales', [...scales, newScale(usual)])
  }
  const change = (changed: ResponseScaleDraft): void =>
    form.set(
      'scales',
      scales.map((scale) => (scale.id === changed.id ? changed : scale)),
    )
  const remove = (at: number): void => {
    willRemove(at)
    form.set('scales', scales.toSpliced(at, 1))
  }
  return (
    <section ref={box}>
      <h2>Response scales</h2>
      <p className="cd-quiet">
        Name every answer, or only the two ends. The words are how survey tools export an answer.
      </p>
      <ul ref={list} className="cd-response-scales">
        {scales.map((scale, at) => {
          const places = items.flatMap(({ answers }, place) => (answers === scale.id ? [place + 1] : []))
          return (
            <li key={scale.id}>
              <fieldset data-field={`scales.${at}`}>
                <legend>{scaleWords(scale)}</legend>
                <p className="cd-quiet">
                  {places.length === 0
                    ? 'No item is answered with it, so it is not saved.'
                    : `${places.length === 1 ? 'Item' : 'Items'} ${placesWords(places)}`}
                </p>
                <ScaleSteps scale={scale} path={`scales.${at}`} form={form} onChange={change} />
                {form.errorAt(`scales.${at}`) && (
                  <p className="cd-field-error" role="alert">
                    {form.errorAt(`scales.${at}`)}
                  </p>
                )}
                {places.length === 0 && (
                  <Button kind="quiet" icon={X} onPress={() => remove(at)}>
                    {`Remove scale of ${count(scale.steps.length, 'answer')}`}
                  </Button>
                )}
              </fieldset>
            </li>
          )
        })}
      </ul>
      <Menu
        label="Kinds of response scales"
        groups={[
          (Object.keys(usualScales) as (keyof typeof usualScales)[]).map((id) => ({
            id,
            label: usualLabels[id],
            onAction: () => add(id),
          })),
        ]}
      >
        <Button kind="quiet" icon={Plus}>
          Add response scale…
        </Button>
      </Menu>
    </section>
  )
}
