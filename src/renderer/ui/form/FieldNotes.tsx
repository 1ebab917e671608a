import { CircleAlert } from 'lucide-react'
import { FieldError, Label, Text } from 'react-aria-components'

/** The label above a field, with "optional" spelled out by the caller where it matters. */
export function FieldLabel({ label, isHidden }: { label: string; isHidden?: boolean | undefined }) {
  return <Label className={isHidden ? 'cd-visually-hidden' : 'cd-field-label'}>{label}</Label>
}

/** What stands under a field: the error, else the description. */
export function FieldNotes({ description, error }: { description?: string | undefined; error?: string | undefined }) {
  if (error) {
    return (
      <FieldError className="cd-field-error">
        <CircleAlert size={14} aria-hidden />
        {error}
      </FieldError>
    )
  }
  if (!description) return null
  return (
    <Text slot="description" className="cd-field-description">
      {description}
    </Text>
  )
}
