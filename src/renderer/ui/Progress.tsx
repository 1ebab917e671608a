import './Progress.css'
import { Label, ProgressBar } from 'react-aria-components'
import { Button } from './Button.tsx'

export interface ProgressProps {
  /** What is being done: "Reading learners.xlsx". */
  label: string
  done: number
  /** Null while nobody knows how much there is. */
  total: number | null
  /** Offered for anything over two seconds. */
  onCancel?: () => void
}

/** Long work: what is done, how far, and a way out. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const known = done > 0 ? format(done) : ''
  const counted = total === null ? known : `${format(done)} of ${format(total)}`
  return (
    <div className="cd-progress">
      <ProgressBar value={done} maxValue={total ?? 1} isIndeterminate={total === null} valueLabel={counted}>
        {({ percentage, isIndeterminate }) => (
          <>
            <div className="cd-progress-words">
              <Label>{label}</Label>
              <span>{counted}</span>
            </div>
            <div className="cd-progress-track">
              <div
                data-indeterminate={isIndeterminate || undefined}
                style={{ width: `${isIndeterminate ? 30 : (percentage ?? 0)}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>Cancel</Button>}
    </div>
  )
}

const format = (value: number): string => value.toLocaleString('en-US')
