import type { TypedFieldProps } from '#renderer/ui/form/fieldProps.ts'
import { TypedField } from '#renderer/ui/form/TypedField.tsx'
import { formatHundredths, parseHundredths } from './hundredths.ts'

interface RateFieldProps extends TypedFieldProps<number> {
  /** In basis points; 1,000 % unless told. */
  max?: number
}

/** A rate in integer basis points, typed as a percentage: "3", "23.9 %". */
export function RateField({ max = 100_000, ...props }: RateFieldProps) {
  const most = formatHundredths(max)
  return (
    <TypedField
      {...props}
      unit="%"
      format={formatHundredths}
      parse={(text) => {
        const rate = parseHundredths(text.replace('%', ''))
        return rate !== null && rate <= max ? rate : null
      }}
      unreadable={(text) => `"${text}" is not a rate; enter a percentage from 0 to ${most}, with two decimals at most`}
    />
  )
}

/** A quantity in integer hundredths, typed with two decimals at most. */
export function QuantityField({ unit, ...props }: TypedFieldProps<number> & { unit: string }) {
  return (
    <TypedField
      {...props}
      unit={unit}
      format={formatHundredths}
      parse={parseHundredths}
      unreadable={(text) => `"${text}" is not a number; enter one such as 10 or 2.5`}
    />
  )
}
