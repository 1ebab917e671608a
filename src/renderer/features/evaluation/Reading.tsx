import type { ReactNode } from 'react'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Refusal } from '#shared/kernel/problem.ts'

interface Props<T> {
  of: { data: T | undefined; error: Refusal | null }
  /** What is read: "Goals". */
  label: string
  children: (data: T) => ReactNode
}

/** What was read; its shape while it is read; or why it cannot be. */
export function Reading<T>({ of: { data, error }, label, children }: Props<T>) {
  if (data !== undefined) return children(data)
  if (error && error.problem.code !== 'disconnected') return <ProblemNotice problem={error.problem} />
  return <Skeleton label={label} lines={10} />
}
