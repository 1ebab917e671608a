import { budgetContract } from '#shared/budget/contract.ts'
import { coachingContract } from '#shared/coaching/contract.ts'
import { jobsContract } from '#shared/contract/jobs.ts'
import type { InputOf, OutputOf, ParsedInputOf, Procedures } from '#shared/contract/procedure.ts'
import { evaluationContract } from '#shared/evaluation/contract.ts'
import { programContract } from '#shared/program/contract.ts'
import { rosterContract } from '#shared/roster/contract.ts'
import { workspaceContract } from '#shared/workspace/contract.ts'

/** Everything the app can do, whichever way in. */
export const contract = {
  ...jobsContract,
  ...workspaceContract,
  ...programContract,
  ...rosterContract,
  ...coachingContract,
  ...budgetContract,
  ...evaluationContract,
} as const satisfies Procedures

export type Contract = typeof contract
export type ProcedureName = keyof Contract
export type JobName = { [N in ProcedureName]: Contract[N]['kind'] extends 'job' ? N : never }[ProcedureName]
export type CallName = Exclude<ProcedureName, JobName>

export type Input<N extends ProcedureName> = InputOf<Contract[N]>
export type ParsedInput<N extends ProcedureName> = ParsedInputOf<Contract[N]>
export type Output<N extends ProcedureName> = OutputOf<Contract[N]>
