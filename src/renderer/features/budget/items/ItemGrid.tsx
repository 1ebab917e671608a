import './items.css'
import { ClipboardPaste, Plus, Trash2, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { showProblem } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { ItemKind } from '#shared/budget/itemSchemas.ts'
import { count } from '#shared/kernel/text.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import type { ContentOf, ItemRow } from './itemColumns.ts'
import { columnsOf, kindFacts } from './itemKinds.ts'
import { itemRows, leftOut } from './itemRows.ts'
import { newContent } from './newContent.ts'
import { PasteRowsDialog } from './PasteRowsDialog.tsx'
import { useItems } from './useItems.ts'

interface Props<K extends ItemKind> {
  kind: K
  work: BudgetWork
  /** The row a link leads to. */
  activeItem?: string | undefined
  /** What the rows come to, for the footer. */
  totals?: ReactNode
}

const rowId = ({ id }: { id: string }): string => id

/** The items of one kind, typed, pasted and removed as in a spreadsheet. */
export function ItemGrid<K extends ItemKind>({ kind, work, activeItem, totals }: Props<K>) {
  const { isLocked, scenario, items: all } = work
  const { settings } = work.document.budget
  const { facts } = work.document
  const { title, noun, about } = kindFacts[kind]
  const columns = useMemo(
    () => columnsOf(kind, { items: all, settings }, facts, scenario !== null),
    [kind, all, settings, facts, scenario],
  )
  const shown = useMemo(
    () => (isLocked ? columns.map((column) => ({ ...column, editable: false })) : columns),
    [columns, isLocked],
  )
  const rows = useMemo(() => itemRows(kind, work), [kind, work])
  const items = useItems(kind, work, columns)
  const [state, setState] = useState(initialGridState)
  const [added, setAdded] = useState<{ id: string | undefined; link: string | undefined } | null>(null)
  const [pasting, setPasting] = useState<ContentOf<K> | null>(null)
  const frame = useRef<HTMLDivElement>(null)

  /** Does something with what a new row starts with, or says why there can be none. */
  const begin = (go: (content: ContentOf<K>) => void): void => {
    const content = newContent(kind, work)
    if (typeof content === 'string') showToast({ message: content, tone: 'info' })
    else go(content)
  }
  const add = async (contents: ContentOf<K>[]): Promise<void> => {
    const [id] = await items.add(contents)
    setAdded({ id, link: activeItem })
  }
  const addOne = () => begin((content) => void add([content]).catch(showProblem))
  const linked = rows.find(({ item }) => item.key === activeItem)?.id
  // A link that is followed after a row was added leads to its own row.
  const target = added && added.link === activeItem ? added.id : linked
  const shownTarget = rows.find(({ id }) => id === target)?.id
  useEffect(() => {
    // The row that was added, or that a link leads to, is there to be typed in.
    if (shownTarget !== undefined) frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }, [shownTarget])
  return (
    <div className="cd-item-grid" ref={frame}>
      <DataGrid<ItemRow<K>>
        rows={rows}
        getRowId={rowId}
        columns={shown}
        label={title}
        noun={noun}
        state={state}
        onStateChange={setState}
        activeRowId={target}
        totals={totals}
        {...(!isLocked && {
          onEdit: items.edit,
          renderSelectedRowActions: (ids: string[]) => (
            <>
              {scenario && (
                <Button icon={Undo2} onPress={() => void items.clear(ids).catch(showProblem)}>
                  As in the base
                </Button>
              )}
              <Button icon={Trash2} onPress={() => void items.remove(ids).catch(showProblem)}>
                {`Remove ${count(ids.length, noun.one, noun.many)}`}
              </Button>
            </>
          ),
          toolbarExtra: rows.length > 0 && (
            <>
              <Button icon={ClipboardPaste} onPress={() => begin(setPasting)}>
                Paste rows…
              </Button>
              <Button icon={Plus} onPress={addOne}>
                {`Add ${noun.one}`}
              </Button>
            </>
          ),
        })}
        empty={
          <EmptyState
            title={`No ${noun.many} yet`}
            actions={
              !isLocked && (
                <>
                  <Button icon={Plus} kind="primary" onPress={addOne}>
                    {`Add ${noun.one}`}
                  </Button>
                  <Button icon={ClipboardPaste} onPress={() => begin(setPasting)}>
                    Paste rows…
                  </Button>
                </>
              )
            }
          >
            {about}
          </EmptyState>
        }
      />
      <LeftOut kind={kind} work={work} onPutBack={(ids) => void items.clear(ids).catch(showProblem)} />
      {pasting && (
        <PasteRowsDialog kind={kind} columns={columns} begun={pasting} onAdd={add} onClose={() => setPasting(null)} />
      )}
    </div>
  )
}

interface LeftOutProps {
  kind: ItemKind
  work: BudgetWork
  onPutBack: (ids: string[]) => void
}

/** What of the base the scenario leaves out: nothing disappears without being named. */
function LeftOut({ kind, work, onPutBack }: LeftOutProps) {
  const gone = leftOut(kind, work)
  if (gone.length === 0) return null
  return (
    <ul className="cd-left-out" aria-label="Left out in this scenario">
      {gone.map(({ id, name }) => (
        <li key={id}>
          {`Left out here: ${name}`}
          {!work.isLocked && (
            <Button kind="quiet" onPress={() => onPutBack([id])}>
              Put back
              <span className="cd-visually-hidden">{` ${name}`}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
