import { Select } from '#renderer/ui/form/Select.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { isCounted, type ItemDraft } from './draft.ts'
import { sideChoices } from './draftWords.ts'

export interface ItemDetailsProps {
  item: ItemDraft
  at: number
  keyError: string | undefined
  favourableError: string | undefined
  aliasesError: string | undefined
  onChange: (id: string, part: Partial<ItemDraft>) => void
  onLeave: (path: string) => void
}

/** What of an item is needed less often: which answers are favourable, its key, what its column is called. */
export function ItemDetails({
  item,
  at,
  keyError,
  favourableError,
  aliasesError,
  onChange,
  onLeave,
}: ItemDetailsProps) {
  return (
    <div className="cd-item-details" role="group" aria-label={`Details of item ${at + 1}`}>
      <TextField
        label="Favourable at"
        name={`items.${at}.favourable`}
        description="As answered, before reversing. Empty where none is."
        value={item.favourableAt}
        isDisabled={!isCounted(item)}
        onChange={(favourableAt) => onChange(item.id, { favourableAt })}
        onBlur={() => item.favourableAt !== '' && onLeave(`items.${at}.favourable`)}
        error={favourableError}
      />
      <Select
        label="Side"
        choices={sideChoices}
        value={item.favourableSide}
        isDisabled={!isCounted(item)}
        onChange={(favourableSide) => onChange(item.id, { favourableSide })}
      />
      <TextField
        label="Key"
        name={`items.${at}.key`}
        description={
          item.isStored
            ? 'Stays: answers of earlier waves stand under it.'
            : 'What its answers are stored under. Made from the wording where empty.'
        }
        value={item.key}
        isDisabled={item.isStored}
        onChange={(key) => onChange(item.id, { key })}
        onBlur={() => item.key !== '' && onLeave(`items.${at}.key`)}
        error={keyError}
      />
      <TextField
        label="Other names of its column"
        name={`items.${at}.aliases`}
        description="As survey tools export it, one to a line."
        isMultiline
        value={item.aliases}
        onChange={(aliases) => onChange(item.id, { aliases })}
        onBlur={() => item.aliases !== '' && onLeave(`items.${at}.aliases`)}
        error={aliasesError}
      />
    </div>
  )
}
