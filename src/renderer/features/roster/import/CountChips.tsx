import { ToggleButton } from 'react-aria-components'
import { Button } from '#renderer/ui/Button.tsx'
import type { GridState } from '#renderer/ui/grid/gridTypes.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { countChips } from './previewModel.ts'

interface CountChipsProps {
  preview: ImportPreview
  filters: GridState['filters']
  onFilters: (filters: GridState['filters']) => void
  /** How many of the missing get another status. */
  marked: number
  onMissing: () => void
}

/** The counts of the preview; pressing one shows its rows alone, pressing it again shows all. */
export function CountChips({ preview, filters, onFilters, marked, onMissing }: CountChipsProps) {
  const shown = JSON.stringify(filters)
  const { missing } = preview.counts
  return (
    <div className="cd-import-counts">
      {countChips(preview).map((chip) => (
        <ToggleButton
          key={chip.id}
          className="cd-import-count"
          data-kind={chip.id}
          isDisabled={chip.count === 0}
          isSelected={shown === JSON.stringify(chip.filters)}
          onChange={(isOn) => onFilters(isOn ? chip.filters : {})}
        >
          <b>{chip.count.toLocaleString('en-US')}</b> {chip.label}
        </ToggleButton>
      ))}
      {missing > 0 && (
        <Button kind="quiet" onPress={onMissing}>
          {missing.toLocaleString('en-US')} in the program, not in the file
          {marked > 0 && ` (${marked.toLocaleString('en-US')} to change)`}
        </Button>
      )}
    </div>
  )
}
