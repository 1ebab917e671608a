import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'
import { newSubscale, type SubscaleDraft } from './draft.ts'
import type { EditorForm } from './editorForm.ts'
import { instrumentFrom } from './fromDraft.ts'
import { SubscaleFields } from './SubscaleFields.tsx'
import { useFocusNext } from './useFocusNext.ts'

/** How the answers become scores. An instrument without a subscale is shown item by item. */
export function SubscalesPart({ form }: { form: EditorForm }) {
  const { items, scales, subscales } = form.values
  const scored = instrumentFrom(form.values).subscales
  const { box, willRemove } = useRemovalFocus<HTMLElement>()
  const list = useRef<HTMLUListElement>(null)
  const focusNext = useFocusNext()
  const add = (): void => {
    focusNext(() => list.current?.lastElementChild?.querySelector('input'))
    // Those answered on a response scale, of the kind most items have: what a first subscale most often counts.
    const rated = items.filter(({ answers }) => scales.some(({ id }) => id === answers))
    const usual = rated.filter(({ answers }) => answers === rated[0]?.answers)
    form.set('subscales', [...subscales, newSubscale(usual.map(({ id }) => id))])
  }
  const change = (changed: SubscaleDraft): void =>
    form.set(
      'subscales',
      subscales.map((scale) => (scale.id === changed.id ? changed : scale)),
    )
  const remove = (at: number): void => {
    willRemove(at)
    form.set('subscales', subscales.toSpliced(at, 1))
  }
  return (
    <section ref={box}>
      <h2>Subscales</h2>
      <p className="cd-quiet">
        A subscale makes one score of several items. Without one, each item is shown by itself.
      </p>
      <ul ref={list} className="cd-subscales">
        {subscales.map((scale, at) => (
          <li key={scale.id}>
            <SubscaleFields
              scale={scale}
              at={at}
              items={items}
              scored={scored[at]!}
              form={form}
              onChange={change}
              onRemove={() => remove(at)}
            />
          </li>
        ))}
      </ul>
      <Button kind="quiet" icon={Plus} onPress={add}>
        Add subscale
      </Button>
    </section>
  )
}
