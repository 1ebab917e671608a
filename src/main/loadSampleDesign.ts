import * as z from 'zod'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { newId } from '#main/database/newId.ts'
import { setTask } from '#main/features/program/calendar.ts'
import { adoptDesign, getDesign, saveAnswer, startVersion } from '#main/features/program/design.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { readResource } from '#main/resources.ts'
import type { Program } from '#shared/program/schema.ts'
import { answerToSchema, questionSchema, questions } from '#shared/program/design/design.ts'

/** What a later version says of a question is laid over what the one before it said; decisions are added. */
const sampleSchema = z.object({
  versions: z.array(
    z.object({
      adopted: z.object({ on: z.string(), by: z.string() }),
      answers: z.partialRecord(
        questionSchema,
        z.looseObject({ choices: z.record(z.string(), z.unknown()), decisions: z.array(z.unknown()).default([]) }),
      ),
    }),
  ),
  done: z.array(z.string()),
})

/** Gives a sample program its design, version after version, by the same calls a committee's answers take. */
export async function loadSampleDesign(
  workspace: Workspace,
  program: Pick<Program, 'id' | 'year'>,
  resource: string,
  call: CallContext,
): Promise<void> {
  const file = workspace.current()
  const programId = program.id
  const ownRequest = (): CallContext => ({ ...call, requestId: newId() })
  const sample = sampleSchema.parse(JSON.parse(new TextDecoder().decode(await readResource(resource))))
  for (const [index, { adopted, answers }] of sample.versions.entries()) {
    if (index > 0) await startVersion(file, programId, ownRequest())
    for (const question of questions) {
      const given = answers[question]
      if (!given) continue
      const { answer, revision } = (await getDesign(file.db, { programId })).answers[question]
      const merged = {
        ...answer,
        ...given,
        choices: { ...answer.choices, ...given.choices },
        decisions: [...answer.decisions, ...given.decisions],
      }
      await saveAnswer(
        file,
        { programId, revision, ...answerToSchema.parse({ question, answer: merged }) },
        ownRequest(),
      )
    }
    await adoptDesign(file, { programId, ...adopted }, ownRequest())
  }
  for (const key of sample.done) await setTask(file, { programId, year: program.year, key, done: true }, ownRequest())
}
