import './answerForm.css'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'
import { type Bind, bindItem } from './bind.ts'

interface Props<T> {
  bind: Bind<T[]>
  /** "goal" */
  noun: string
  makeItem: () => T
  /** What an item is called in the names of its buttons. */
  nameOf: (item: T) => string
  children: (item: Bind<T>) => ReactNode
  /** What stands here while the list is empty. */
  empty: string
}

/** A list of an answer, in the user's order: each item with its fields, and a way to add, move and remove. */
export function ListIn<T extends { id: string }>({ bind, noun, makeItem, nameOf, children, empty }: Props<T>) {
  const items = bind.value
  const list = useRef<HTMLOListElement>(null)
  const { box, willRemove } = useRemovalFocus<HTMLDivElement>()
  const added = useRef<string | null>(null)
  useEffect(() => {
    if (added.current !== items.at(-1)?.id) return
    added.current = null
    list.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [items])

  const move = (index: number, by: -1 | 1): void => {
    const item = items[index]
    if (item) bind.choose(items.toSpliced(index, 1).toSpliced(index + by, 0, item))
  }
  const add = (): void => {
    const item = makeItem()
    added.current = item.id
    bind.choose([...items, item])
  }
  const remove = (index: number): void => {
    willRemove(index)
    bind.choose(items.toSpliced(index, 1))
  }
  return (
    <div className="cd-design-list" ref={box}>
      {items.length === 0 && <p className="cd-quiet">{empty}</p>}
      <ol ref={list}>
        {items.map((item, index) => {
          const called = nameOf(item).trim() || `${noun} ${index + 1}`
          return (
            <li key={item.id}>
              <div className="cd-design-item" role="group" aria-label={called}>
                {children(bindItem(bind, index))}
              </div>
              <div className="cd-design-item-actions">
                {items.length > 1 && (
                  <>
                    <IconButton
                      icon={ArrowUp}
                      label={`Move ${called} up`}
                      isDisabled={index === 0}
                      onPress={() => move(index, -1)}
                    />
                    <IconButton
                      icon={ArrowDown}
                      label={`Move ${called} down`}
                      isDisabled={index === items.length - 1}
                      onPress={() => move(index, 1)}
                    />
                  </>
                )}
                <IconButton icon={X} label={`Remove ${called}`} onPress={() => remove(index)} />
              </div>
            </li>
          )
        })}
      </ol>
      <Button kind="quiet" icon={Plus} onPress={add}>
        {`Add ${noun}`}
      </Button>
    </div>
  )
}
