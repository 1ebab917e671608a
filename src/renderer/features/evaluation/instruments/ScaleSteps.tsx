import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'
import { newId, readFigure, type ResponseScaleDraft } from './draft.ts'
import type { EditorForm } from './editorForm.ts'
import { PartField } from './PartField.tsx'
import { useFocusNext } from './useFocusNext.ts'

type Step = ResponseScaleDraft['steps'][number]

interface Props {
  scale: ResponseScaleDraft
  path: string
  form: EditorForm
  onChange: (scale: ResponseScaleDraft) => void
}

/** The answers of one response scale, each a figure with its words; of numbers, the two ends. */
export function ScaleSteps({ scale, path, form, onChange }: Props) {
  const { kind, steps } = scale
  const { box, willRemove } = useRemovalFocus<HTMLDivElement>()
  const list = useRef<HTMLOListElement>(null)
  const focusNext = useFocusNext()
  const change = (id: string, part: Partial<Step>): void =>
    onChange({ ...scale, steps: steps.map((step) => (step.id === id ? { ...step, ...part } : step)) })
  const add = (): void => {
    focusNext(() => list.current?.lastElementChild?.querySelector('input'))
    const next = readFigure(steps.at(-1)?.value ?? '0') + 1
    onChange({ ...scale, steps: [...steps, { id: newId(), value: Number.isNaN(next) ? '' : String(next), label: '' }] })
  }
  const remove = (at: number): void => {
    willRemove(at)
    onChange({ ...scale, steps: steps.toSpliced(at, 1) })
  }
  return (
    <div ref={box} className="cd-scale-steps">
      <ol ref={list}>
        {steps.map((step, at) => (
          <li key={step.id}>
            <PartField
              label={kind === 'number' ? ['From', 'To'][at]! : `Figure of answer ${at + 1}`}
              isLabelHidden={kind !== 'number'}
              form={form}
              path={`${path}.steps.${at}.value`}
              value={step.value}
              onChange={(value) => change(step.id, { value })}
            />
            {kind !== 'number' && (
              <>
                <PartField
                  label={`Words of answer ${at + 1}`}
                  isLabelHidden
                  form={form}
                  path={`${path}.steps.${at}.label`}
                  value={step.label}
                  onChange={(label) => change(step.id, { label })}
                />
                <IconButton icon={X} label={`Remove answer ${at + 1}`} onPress={() => remove(at)} />
              </>
            )}
          </li>
        ))}
      </ol>
      {kind !== 'number' && (
        <Button kind="quiet" icon={Plus} onPress={add}>
          Add answer
        </Button>
      )}
    </div>
  )
}
