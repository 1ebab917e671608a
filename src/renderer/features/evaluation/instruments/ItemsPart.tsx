import { Plus } from 'lucide-react'
import { useCallback, useMemo, useRef } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { useLatest } from '#renderer/ui/grid/useLatest.ts'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'
import { isCounted, type ItemDraft, newItem } from './draft.ts'
import { answerChoices } from './draftWords.ts'
import type { EditorForm } from './editorForm.ts'
import { ItemRow } from './ItemRow.tsx'
import { useFocusNext } from './useFocusNext.ts'
import { useItemKeys } from './useItemKeys.ts'

/** The items in the order they are asked. Enter goes on to the next one, and adds one after the last. */
export function ItemsPart({ form }: { form: EditorForm }) {
  const { items, scales, subscales } = form.values
  const { box, willRemove } = useRemovalFocus<HTMLElement>()
  const list = useRef<HTMLOListElement>(null)
  const focusNext = useFocusNext()
  const wordingAt = (at: number) => list.current?.children[at]?.querySelector('input')

  const insert = (at: number): void => {
    const before = items[at - 1]
    focusNext(() => wordingAt(at))
    form.set('items', items.toSpliced(at, 0, newItem(before?.answers ?? scales[0]?.id ?? 'text', before)))
  }
  const act = useLatest({
    change: (id: string, part: Partial<ItemDraft>) =>
      form.set(
        'items',
        items.map((item) => (item.id === id ? { ...item, ...part } : item)),
      ),
    move: (at: number, by: -1 | 1) => {
      const item = items[at]
      if (!item || !items[at + by]) return
      const focused = document.activeElement
      focusNext(() => {
        const isThere = focused instanceof HTMLElement && !focused.hasAttribute('disabled')
        return isThere ? focused : wordingAt(at + by)
      })
      form.set('items', items.toSpliced(at, 1).toSpliced(at + by, 0, item))
    },
    remove: (at: number) => {
      willRemove(at)
      form.set('items', items.toSpliced(at, 1))
    },
    goOn: (at: number) => (at === items.length - 1 ? insert(at + 1) : wordingAt(at + 1)?.focus()),
    leave: form.leave,
  })
  useItemKeys(list, act)
  const onChange = useCallback((id: string, part: Partial<ItemDraft>) => act().change(id, part), [act])
  const onMove = useCallback((at: number, by: -1 | 1) => act().move(at, by), [act])
  const onRemove = useCallback((at: number) => act().remove(at), [act])
  const onLeave = useCallback((path: string) => act().leave(path), [act])

  const choices = useMemo(() => answerChoices(scales), [scales])
  const counted = useMemo(() => new Set(subscales.flatMap((scale) => scale.items)), [subscales])
  const wrong = form.errorAt('items')
  return (
    <section ref={box} data-field="items">
      <h2>Items</h2>
      <p className="cd-quiet">
        Alt with the up or down arrow moves an item. A reversed item is counted from the other end of its scale.
      </p>
      <ol ref={list} className="cd-item-rows">
        {items.map((item, at) => (
          <ItemRow
            key={item.id}
            item={item}
            at={at}
            isLast={at === items.length - 1}
            choices={choices}
            isUncounted={subscales.length > 0 && isCounted(item) && !counted.has(item.id)}
            textError={form.errorAt(`items.${at}.text`)}
            keyError={form.errorAt(`items.${at}.key`)}
            reversedError={form.errorAt(`items.${at}.reversed`)}
            favourableError={form.errorAt(`items.${at}.favourable`)}
            aliasesError={form.errorAt(`items.${at}.aliases`)}
            onChange={onChange}
            onMove={onMove}
            onRemove={onRemove}
            onLeave={onLeave}
          />
        ))}
      </ol>
      {wrong && (
        <p className="cd-field-error" role="alert">
          {wrong}
        </p>
      )}
      <Button kind="quiet" icon={Plus} onPress={() => insert(items.length)}>
        Add item
      </Button>
    </section>
  )
}
