import { TextField, type TextFieldProps } from '#renderer/ui/form/TextField.tsx'
import type { EditorForm } from './editorForm.ts'

interface Props extends Omit<TextFieldProps, 'name' | 'onBlur' | 'error'> {
  form: EditorForm
  /** "subscales.0.name" */
  path: string
}

/**
 * A text of a part of the instrument. It is checked when it is left with something in it: what was just added is empty
 * until one comes to it.
 */
export function PartField({ form, path, ...field }: Props) {
  return (
    <TextField
      {...field}
      name={path}
      onBlur={() => field.value.trim() !== '' && form.leave(path)}
      error={form.errorAt(path)}
    />
  )
}
