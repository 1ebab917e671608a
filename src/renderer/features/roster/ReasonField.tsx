import { TextField } from '#renderer/ui/form/TextField.tsx'

// What the contract takes.
const longest = 200

interface ReasonFieldProps {
  label?: string
  value: string
  onChange: (text: string) => void
}

/** Why something changes: optional, and kept with its dates. */
export function ReasonField({ label = 'Reason', value, onChange }: ReasonFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={(text) => onChange(text.slice(0, longest))}
      placeholder="Optional; kept in the history"
    />
  )
}
