import type { DataFile } from '#main/database/dataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { listCustomFields } from '#main/features/roster/customFields.ts'
import { learners } from '#main/features/roster/learners.ts'
import { type ElentraOptions, elentraList, type ListModel, mailMergeList } from '#main/features/roster/lists.ts'
import { listPairings } from '#main/features/roster/pairLearners.ts'
import { listRows } from '#main/features/roster/service.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { writeCsv } from '#main/spreadsheets/writeCsv.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import type { ExportedList } from '#shared/roster/exportSchema.ts'

interface ListInput {
  programId: Id
  asOf?: PlainDate | undefined
  audience: string
}

/** Writes a CSV with a row per pairing that holds, for a mail merge, and logs for whom. */
export async function exportMailMerge(
  workspace: Workspace,
  input: ListInput,
  call: CallContext,
): Promise<ExportedList> {
  const file = workspace.current()
  const day = input.asOf ?? call.today
  const program = await getProgram(file.db, input.programId, call.today)
  const list = mailMergeList({
    program,
    learners: await listRows(file, learners, { programId: program.id, asOf: day }, call),
    coaches: await coaches.load(file.db, program.id, day),
    pairings: await listPairings(file, { programId: program.id, asOf: day }),
    fields: await listCustomFields(file.db, program.id),
  })
  return stage(
    workspace,
    file,
    list,
    { what: 'Mail merge', fileName: `${program.name} mail merge ${day}.csv`, input },
    call,
  )
}

/** Writes learners who are there as Elentra imports users, and logs for whom. @throws Refusal `conflict` */
export async function exportElentra(
  workspace: Workspace,
  input: ListInput & ElentraOptions,
  call: CallContext,
): Promise<ExportedList> {
  const file = workspace.current()
  const day = input.asOf ?? call.today
  const program = await getProgram(file.db, input.programId, call.today)
  const rows = await listRows(file, learners, { programId: program.id, asOf: day }, call)
  const list = elentraList(
    rows.filter((row) => !learners.isGone(row)),
    input,
  )
  if (list.rows.length === 0)
    throw refuse(
      'conflict',
      `No learner of ${program.name} has what Elentra needs. ${list.leftOut[0] ? `${list.leftOut[0].name}: ${list.leftOut[0].reason}` : 'There are no learners.'}`,
    )
  return stage(
    workspace,
    file,
    list,
    { what: 'Elentra users', fileName: `${program.name} Elentra ${day}.csv`, input },
    call,
  )
}

async function stage(
  workspace: Workspace,
  file: DataFile,
  { columns, rows, leftOut }: ListModel,
  about: { what: string; fileName: string; input: ListInput },
  call: CallContext,
): Promise<ExportedList> {
  const staged = workspace.staging.put(about.fileName, writeCsv(columns, rows))
  const { audience } = about.input
  await logExport(file, { what: about.what, fileName: staged.name, audience, rows: rows.length }, call)
  return { ...staged, rows: rows.length, leftOut }
}
