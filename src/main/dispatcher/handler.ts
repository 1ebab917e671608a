import type { Output, ParsedInput, ProcedureName } from '#shared/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant, PlainDate } from '#shared/kernel/plainDate.ts'

/** What a handler knows of the call it answers. The clock is here, so that nothing below reads it. */
export interface CallContext {
  readonly requestId: Id
  /** Who the history will say did it. */
  readonly actor: string
  readonly now: Instant
  readonly today: PlainDate
  /** Aborted when the caller cancels the job or goes away. */
  readonly signal: AbortSignal
  /** Says how far a job is; does nothing in a short call. */
  readonly progress: (step: string, done?: number, total?: number | null) => void
}

/** Answers one procedure: its input is already validated, its answer is validated in tests. Throws a `Refusal` to say no. */
export type Handler<N extends ProcedureName> = (input: ParsedInput<N>, call: CallContext) => Promise<Output<N>>

export type Handlers<N extends ProcedureName = ProcedureName> = { readonly [K in N]: Handler<K> }
