import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'
import { type CutDraft, newCut } from './draft.ts'
import { sideChoices } from './draftWords.ts'
import type { EditorForm } from './editorForm.ts'
import { PartField } from './PartField.tsx'
import { useFocusNext } from './useFocusNext.ts'

interface Props {
  cuts: readonly CutDraft[]
  /** Of the subscale they are of. */
  path: string
  form: EditorForm
  onChange: (cuts: CutDraft[]) => void
}

/** Figures beyond which a score has a name, each with who set it. */
export function CutRows({ cuts, path, form, onChange }: Props) {
  const { box, willRemove } = useRemovalFocus<HTMLDivElement>()
  const list = useRef<HTMLUListElement>(null)
  const focusNext = useFocusNext()
  const change = (id: string, part: Partial<CutDraft>): void =>
    onChange(cuts.map((cut) => (cut.id === id ? { ...cut, ...part } : cut)))
  const add = (): void => {
    focusNext(() => list.current?.lastElementChild?.querySelector('input'))
    onChange([...cuts, newCut()])
  }
  const remove = (at: number): void => {
    willRemove(at)
    onChange(cuts.toSpliced(at, 1))
  }
  return (
    <div ref={box} className="cd-cuts" role="group" aria-label="Cut points">
      <ul ref={list}>
        {cuts.map((cut, at) => {
          const of = `${path}.cuts.${at}`
          const text = (field: 'name' | 'at' | 'source', label: string) => (
            <PartField
              label={label}
              form={form}
              path={`${of}.${field}`}
              value={cut[field]}
              onChange={(value) => change(cut.id, { [field]: value })}
            />
          )
          return (
            <li key={cut.id}>
              {text('name', 'Cut point')}
              {text('at', 'At')}
              <Select
                label="Side"
                choices={sideChoices}
                value={cut.direction}
                onChange={(direction) => change(cut.id, { direction })}
              />
              {text('source', 'Who set it')}
              <IconButton icon={X} label={`Remove cut point ${at + 1}`} onPress={() => remove(at)} />
            </li>
          )
        })}
      </ul>
      <Button kind="quiet" icon={Plus} onPress={add}>
        Add cut point
      </Button>
    </div>
  )
}
