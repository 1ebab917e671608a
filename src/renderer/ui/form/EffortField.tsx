import { type BasisPoints, formatEffort, parseEffort } from '#shared/kernel/rate.ts'
import type { TypedFieldProps } from './fieldProps.ts'
import { TypedField } from './TypedField.tsx'

const fullTime: BasisPoints = 10_000

/** An effort of 0 to 1.0 FTE in integer basis points, typed as "0.1", ".1" or "10%". */
export function EffortField(props: TypedFieldProps<BasisPoints>) {
  return (
    <TypedField
      {...props}
      unit="FTE"
      format={formatEffort}
      parse={(text) => {
        const effort = parseEffort(text)
        return effort !== null && effort <= fullTime ? effort : null
      }}
      unreadable={(text) =>
        parseEffort(text) === null
          ? `"${text}" is not an effort; enter 0 to 1, or a percentage`
          : `${text} is over 1.0 FTE; enter 0 to 1`
      }
    />
  )
}
