import type { useForm } from '#renderer/ui/form/useForm.ts'
import type { instrumentForm } from './formSchema.ts'

/** The form of the editor, as its parts take it. */
export type EditorForm = ReturnType<typeof useForm<ReturnType<typeof instrumentForm>>>
