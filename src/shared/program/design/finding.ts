import type { Question } from '#shared/program/design/design.ts'
import type { Finding } from '#shared/program/design/readinessSchema.ts'

/** Makes a finding; what it says is what tells it from others. */
export function finding(
  severity: Finding['severity'],
  question: Question,
  field: string,
  message: string,
  fix: string,
): Finding {
  return { id: `${question}.${field}: ${message}`, severity, question, field, message, fix }
}
