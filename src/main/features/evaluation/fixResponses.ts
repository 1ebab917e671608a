import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { loadMembers } from '#main/features/evaluation/population.ts'
import {
  loadAdministrations,
  loadCodes,
  loadComments,
  loadResponses,
  updateResponse,
  updateThemes,
} from '#main/features/evaluation/repository.ts'
import { getAdministration } from '#main/features/evaluation/service.ts'
import { requireProgram } from '#main/features/program/service.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count, foldText, tidyText } from '#shared/kernel/text.ts'

type Db = Kysely<Tables>

/**
 * Responses of a wave that are in no figure, or lost an answer; without what was answered, and without a code that leads to
 * somebody: beside it, an answer that was left out would stand with a name.
 */
export async function listProblems(
  db: Db,
  of: { programId: Id; administrationId: Id },
): Promise<Omit<Response, 'answers' | 'personId' | 'appointmentId'>[]> {
  const wave = await getAdministration(db, of)
  const responses = await loadResponses(db, [wave.id])
  return responses
    .filter(({ state, leftOut }) => state !== 'counted' || leftOut.length > 0)
    .map(({ answers: _, personId, appointmentId: __, sourceId: ___, code, ...shown }) => ({
      ...shown,
      code: personId === null ? code : '',
    }))
}

/**
 * Says whose a response is by a code of its wave, or takes it into the figures or out of them.
 * @throws Refusal `not_found`, `conflict` where the person has a response in the figures already
 */
export async function fixResponse(
  file: DataFile,
  input: {
    programId: Id
    responseId: Id
    code?: string | undefined
    state?: 'counted' | 'excluded' | undefined
    why: string
  },
  call: CallContext,
): Promise<{ responseId: Id; state: Response['state'] }> {
  return file.write(call, { label: 'Put a response right' }, async (tx) => {
    await requireProgram(tx, input.programId)
    const waves = await loadAdministrations(tx, input.programId)
    const all = await loadResponses(
      tx,
      waves.map(({ id }) => id),
    )
    const response = all.find(({ id }) => id === input.responseId)
    const wave = waves.find(({ id }) => id === response?.administrationId)
    if (!response || !wave) throw refuse('not_found', 'This response is not in the program any more.')
    const owner = input.code === undefined ? null : await ownerOf(tx, wave.id, input.code)
    const personId = owner?.personId ?? response.personId
    const state = input.state ?? (owner === null ? response.state : 'counted')
    const others = all.filter(({ id, administrationId }) => id !== response.id && administrationId === wave.id)
    if (
      state === 'counted' &&
      personId !== null &&
      others.some((one) => one.personId === personId && one.state === 'counted')
    )
      throw refuse('conflict', 'Another response of this person counts in the wave. Exclude that one first.')
    const place =
      owner === null
        ? undefined
        : (await loadMembers(tx, input.programId, wave.population, wave.opensOn)).find(
            (one) => one.personId === personId,
          )
    await updateResponse(tx, response.id, {
      ...(owner && { code: owner.code, level: place?.level ?? '', site: place?.site ?? '' }),
      state,
      why: input.why,
    })
    return { responseId: response.id, state }
  })
}

async function ownerOf(tx: Db, administrationId: Id, code: string): Promise<{ code: string; personId: Id }> {
  const fold = (text: string) => foldText(tidyText(text))
  const found = (await loadCodes(tx, administrationId)).find((one) => fold(one.code) === fold(code))
  if (!found) throw refuse('not_found', `Nobody of this wave has the code ${code}.`)
  return found
}

/** Gives comments their themes; all or none. @throws Refusal `not_found` */
export async function setThemes(
  file: DataFile,
  { programId, comments }: { programId: Id; comments: readonly { id: Id; themes: string[] }[] },
  call: CallContext,
): Promise<{ changed: number }> {
  return file.write(call, { label: ({ changed }) => `Code ${count(changed, 'comment')}` }, async (tx) => {
    await requireProgram(tx, programId)
    const waves = await loadAdministrations(tx, programId)
    const stored = await loadComments(
      tx,
      waves.map(({ id }) => id),
    )
    const known = new Map(stored.map((comment) => [comment.id, comment.themes]))
    let changed = 0
    for (const { id, themes } of comments) {
      const before = known.get(id)
      if (before === undefined)
        throw refuse('not_found', 'One of the comments is not in the program any more. Nothing was changed.')
      const next = [...new Set(themes)]
      if (isEqual(next, before)) continue
      changed += 1
      await updateThemes(tx, id, next)
    }
    return { changed }
  })
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b)
