import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, X } from 'lucide-react'
import { memo, useState } from 'react'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { isCounted } from './draft.ts'
import { ItemDetails, type ItemDetailsProps } from './ItemDetails.tsx'

interface Props extends ItemDetailsProps {
  isLast: boolean
  choices: readonly Choice[]
  /** There are subscales, and none counts it. */
  isUncounted: boolean
  textError: string | undefined
  reversedError: string | undefined
  onMove: (at: number, by: -1 | 1) => void
  onRemove: (at: number) => void
}

/** One item. Memoised: a keystroke in one of sixty draws that one only. */
export const ItemRow = memo(function ItemRow(props: Props) {
  const { item, at, isLast, choices, isUncounted, onChange, onMove, onRemove, onLeave } = props
  const [isOpen, setOpen] = useState(false)
  const hasErrorInside = [props.keyError, props.favourableError, props.aliasesError].some(
    (error) => error !== undefined,
  )
  const showsDetails = isOpen || hasErrorInside
  const path = `items.${at}`
  const number = at + 1
  return (
    <li>
      <div className="cd-item-row" role="group" aria-label={`Item ${number}`}>
        <span aria-hidden>{number}</span>
        <TextField
          label={`Wording of item ${number}`}
          isLabelHidden
          name={`${path}.text`}
          value={item.text}
          placeholder={item.key}
          onChange={(text) => onChange(item.id, { text })}
          onBlur={() => item.text !== '' && onLeave(`${path}.text`)}
          {...(isUncounted && { description: 'No subscale counts it: its answers are shown by themselves.' })}
          error={props.textError}
        />
        <Select
          label={`Answers of item ${number}`}
          isLabelHidden
          choices={choices}
          value={item.answers}
          onChange={(answers) => onChange(item.id, { answers })}
        />
        <Checkbox
          label="Reversed"
          name={`${path}.reversed`}
          value={item.reversed && isCounted(item)}
          isDisabled={!isCounted(item)}
          onChange={(reversed) => onChange(item.id, { reversed })}
        />
        <div className="cd-item-actions">
          <IconButton
            icon={showsDetails ? ChevronDown : ChevronRight}
            label={`${showsDetails ? 'Hide' : 'Show'} details of item ${number}`}
            onPress={() => setOpen(!showsDetails)}
          />
          <IconButton
            icon={ArrowUp}
            label={`Move item ${number} up`}
            isDisabled={at === 0}
            onPress={() => onMove(at, -1)}
          />
          <IconButton
            icon={ArrowDown}
            label={`Move item ${number} down`}
            isDisabled={isLast}
            onPress={() => onMove(at, 1)}
          />
          <IconButton icon={X} label={`Remove item ${number}`} onPress={() => onRemove(at)} />
        </div>
      </div>
      {props.reversedError && (
        <p className="cd-field-error" role="alert">
          {props.reversedError}
        </p>
      )}
      {showsDetails && <ItemDetails {...props} />}
    </li>
  )
})
