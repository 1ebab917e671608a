import type * as z from 'zod/v4/core'

export type Schema = z.$ZodType

/**
 * What a call does to the data file:
 * - a query reads;
 * - a mutation writes once, is in the history, and is applied once however often its request is sent;
 * - an action changes something beside the data: opens a file, cancels a job, makes a backup;
 * - a job is long work that answers with its job's id at once, shows progress and can be cancelled.
 */
export type ProcedureKind = 'query' | 'mutation' | 'action' | 'job'

/** One thing the app can do, the same from the window, the browser and the command line. */
export interface Procedure<
  K extends ProcedureKind = ProcedureKind,
  I extends Schema = Schema,
  O extends Schema = Schema,
> {
  readonly kind: K
  readonly summary: string
  readonly input: I
  readonly output: O
}

/** Procedures by their full name, `feature.verbNoun`. */
export type Procedures = Readonly<Record<string, Procedure>>

const define =
  <K extends ProcedureKind>(kind: K) =>
  <I extends Schema, O extends Schema>(summary: string, input: I, output: O): Procedure<K, I, O> => ({
    kind,
    summary,
    input,
    output,
  })

export const query = define('query')
export const mutation = define('mutation')
export const action = define('action')
export const job = define('job')

/** What a caller passes in. */
export type InputOf<P extends Procedure> = z.input<P['input']>
/** What a handler receives: defaults filled in. */
export type ParsedInputOf<P extends Procedure> = z.output<P['input']>
export type OutputOf<P extends Procedure> = z.output<P['output']>
