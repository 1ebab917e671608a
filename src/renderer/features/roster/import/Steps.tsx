import { Check } from 'lucide-react'

const steps = [
  { id: 'choose', label: 'Choose a file' },
  { id: 'check', label: 'Check what changes' },
  { id: 'done', label: 'Imported' },
] as const

export type StepId = (typeof steps)[number]['id']

/** Where in the import one is. */
export function Steps({ current }: { current: StepId }) {
  const at = steps.findIndex(({ id }) => id === current)
  return (
    <ol className="cd-import-steps" aria-label="Steps of the import">
      {steps.map(({ id, label }, index) => (
        <li key={id} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span>{index < at ? <Check size={12} strokeWidth={3} aria-hidden /> : index + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  )
}
