import type { TypedFieldProps } from './fieldProps.ts'
import { TypedField } from './TypedField.tsx'

export interface NumberFieldProps extends TypedFieldProps<number> {
  min?: number
  max?: number
  /** Stands behind the number: "learners". */
  unit?: string
}

/** A whole number. React Aria's own clamps what was typed when the field is left; here it stays and is explained. */
export function NumberField({ min = 0, max = Number.MAX_SAFE_INTEGER, ...props }: NumberFieldProps) {
  const wanted = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `${min} to ${max}`
  return (
    <TypedField
      {...props}
      format={(value) => value.toLocaleString('en-US')}
      parse={(text) => {
        const number = parseWhole(text)
        return number !== null && number >= min && number <= max ? number : null
      }}
      unreadable={(text) =>
        parseWhole(text) === null
          ? `"${text}" is not a whole number; enter ${wanted}`
          : `${text} is out of range; enter ${wanted}`
      }
    />
  )
}

function parseWhole(text: string): number | null {
  const clean = text.trim().replace(/[,\s]/g, '')
  return /^-?\d{1,15}$/.test(clean) ? Number(clean) : null
}
