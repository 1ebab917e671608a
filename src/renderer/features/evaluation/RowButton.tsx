interface Props {
  /** What is opened, in full: its words in the row may need the columns beside them. */
  label: string
  isOpen: boolean
  onPress: () => void
  children: string
}

/** The name of a row of a table, which opens what is known of it beside the table. */
export function RowButton({ label, isOpen, onPress, children }: Props) {
  return (
    <button type="button" className="cd-evaluation-open" aria-label={label} aria-expanded={isOpen} onClick={onPress}>
      {children}
    </button>
  )
}
