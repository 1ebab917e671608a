import { type Cents, formatMoney, parseMoney } from '#shared/kernel/money.ts'
import type { TypedFieldProps } from './fieldProps.ts'
import { TypedField } from './TypedField.tsx'

/** An amount in integer cents, typed as "1,234.5", "$1234.50" or "(12.00)". */
export function MoneyField(props: TypedFieldProps<Cents>) {
  return (
    <TypedField
      {...props}
      format={(cents) => formatMoney(cents)}
      parse={parseMoney}
      unreadable={(text) => `"${text}" is not an amount; enter one such as 1,250.00`}
    />
  )
}
