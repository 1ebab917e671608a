import type { ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'

/** What the editor is opened for. */
export type EditorTask =
  | { kind: 'empty' }
  /** A new instrument that begins as one of the local forms. */
  | { kind: 'template'; source: ListedInstrument }
  /** An own copy, which leaves the other as it is. */
  | { kind: 'copy'; source: ListedInstrument }
  | { kind: 'change'; source: ListedInstrument }
