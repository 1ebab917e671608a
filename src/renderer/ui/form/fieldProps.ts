/**
 * What every field of a form takes. `useForm().field('name')` fills in name, value, onChange, onBlur, onUnreadable
 * and error; the screen adds the label.
 */
export interface FieldProps<T> {
  label: string
  value: T
  onChange: (value: T) => void
  onBlur?: () => void
  /** The path of the value in its form: where the focus goes when it is wrong. */
  name?: string
  /** One line under the field: what belongs here. */
  description?: string
  /** What is wrong and what would be right; replaces the description. */
  error?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  /** The label is only for screen readers: in toolbars, where the context says it. */
  isLabelHidden?: boolean
}

/** A field whose typed text may not be readable as a value: dates, money, effort, numbers. */
export interface TypedFieldProps<T> extends FieldProps<T | null> {
  /** Called with the reason while what is typed cannot be read, and with null once it can. `value` stays as it was. */
  onUnreadable?: (message: string | null) => void
}

/** What React Aria's own field component takes of it. */
export function fieldAttributes(props: Omit<FieldProps<never>, 'value' | 'onChange'>) {
  const { name, isRequired = false, isDisabled = false, autoFocus = false } = props
  return {
    ...(name !== undefined && { name }),
    'data-field': name,
    className: 'cd-field',
    isRequired,
    isDisabled,
    autoFocus,
    validationBehavior: 'aria' as const,
  }
}
