import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { movePart, type Part } from './draft.ts'
import { useRemovalFocus } from '#renderer/ui/useRemovalFocus.ts'

interface Props {
  /** "cohort" */
  noun: string
  title: string
  description: string
  /** Where it is in the form: "cohorts". */
  name: string
  parts: readonly Part[]
  onChange: (parts: Part[]) => void
  errorAt: (path: string) => string | undefined
}

/** Named parts of a program in the user's order: add, rename, reorder, remove. */
export function PartList({ noun, title, description, name, parts, onChange, errorAt }: Props) {
  const added = useRef(0)
  const [newest, setNewest] = useState<string | null>(null)
  const { box, willRemove } = useRemovalFocus<HTMLFieldSetElement>()
  const remove = (index: number): void => {
    willRemove(index)
    onChange(parts.filter((_, at) => at !== index))
  }
  const add = (): void => {
    const key = `new ${++added.current}`
    setNewest(key)
    onChange([...parts, { key, name: '' }])
  }
  const rename = (index: number, text: string) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, name: text } : part)))
  const wrong = errorAt(name)
  return (
    <fieldset className="cd-parts" ref={box}>
      <legend>{title}</legend>
      <p className="cd-quiet">{description}</p>
      <ol>
        {parts.map((part, index) => {
          const called = part.name.trim() || `${noun} ${index + 1}`
          return (
            <li key={part.key}>
              <TextField
                label={`${title}, ${index + 1}`}
                isLabelHidden
                name={`${name}.${index}.name`}
                value={part.name}
                onChange={(text) => rename(index, text)}
                error={errorAt(`${name}.${index}.name`)}
                autoFocus={part.key === newest}
              />
              <IconButton
                icon={ArrowUp}
                label={`Move ${called} up`}
                isDisabled={index === 0}
                onPress={() => onChange(movePart(parts, index, -1))}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move ${called} down`}
                isDisabled={index === parts.length - 1}
                onPress={() => onChange(movePart(parts, index, 1))}
              />
              <IconButton icon={X} label={`Remove ${called}`} onPress={() => remove(index)} />
            </li>
          )
        })}
      </ol>
      {wrong && (
        <p className="cd-field-error" role="alert">
          {wrong}
        </p>
      )}
      <Button kind="quiet" icon={Plus} onPress={add}>
        {`Add ${noun}`}
      </Button>
    </fieldset>
  )
}
