import './merge.css'
import { Radio, RadioGroup } from 'react-aria-components'
import type { MergeSide } from '#shared/roster/merge.ts'
import type { MergePreview } from '#shared/roster/mergeSchema.ts'
import { type MergeRow, mergeRows, type MergeTake } from './mergeRows.ts'

interface MergeFieldsProps {
  preview: MergePreview
  take: MergeTake
  onTake: (take: MergeTake) => void
}

/** The fields of both people in two columns; where they differ, one is chosen. */
export function MergeFields({ preview, take, onTake }: MergeFieldsProps) {
  return (
    <div className="cd-merge">
      <div className="cd-merge-row cd-merge-head">
        <span />
        <b>{preview.keepName}</b>
        <b>{preview.mergeName}</b>
      </div>
      {mergeRows(preview, take).map((row) =>
        row.mustChoose ? (
          <RadioGroup
            key={row.field}
            className="cd-merge-row"
            aria-label={row.label}
            orientation="horizontal"
            value={row.taken}
            onChange={(side) => onTake({ ...take, [row.field]: side as MergeSide })}
          >
            <span>{row.label}</span>
            {sides.map((side) => (
              <Radio key={side} value={side} className="cd-check cd-merge-value">
                <span className="cd-radio-dot" />
                <span>{row[side]}</span>
              </Radio>
            ))}
          </RadioGroup>
        ) : (
          <Settled key={row.field} row={row} />
        ),
      )}
    </div>
  )
}

const sides = ['keep', 'merge'] as const

/** A field in which both are the same, or only one has something. */
function Settled({ row }: { row: MergeRow }) {
  return (
    <div className="cd-merge-row">
      <span>{row.label}</span>
      {sides.map((side) => (
        <span key={side} className="cd-merge-value" data-taken={row.taken === side || undefined}>
          {row[side] || <span className="cd-quiet">blank</span>}
        </span>
      ))}
    </div>
  )
}
