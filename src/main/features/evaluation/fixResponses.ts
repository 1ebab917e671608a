import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { instrumentOf, loadInstruments } from '#main/features/evaluation/instruments.ts'
import { loadMembers, type Member } from '#main/features/evaluation/population.ts'
import {
  findResponse,
  hasCounted,
  loadAdministrations,
  loadCodes,
  loadComments,
  loadResponses,
  type ResponseRow,
  updateResponse,
  updateThemes,
} from '#main/features/evaluation/repository.ts'
import {
  codesFor,
  getAdministration,
  listAdministrations,
  refuseWithoutKey,
} from '#main/features/evaluation/service.ts'
import { requireProgram } from '#main/features/program/service.ts'
import { coachMeant } from '#shared/evaluation/import/judgeRows.ts'
import { personFinder } from '#shared/evaluation/import/surveyPeople.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'

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

/** How a response is put right; by a code or an address, it is said whose it is. */
interface Fix {
  readonly programId: Id
  readonly responseId: Id
  readonly code?: string | undefined
  readonly email?: string | undefined
  readonly state?: 'counted' | 'excluded' | undefined
  readonly why: string
}

/**
 * Says whose a response is, or takes it into the figures or out of them.
 * @throws Refusal `not_found`; `conflict` where the person has a response in the figures already, or the wave is not tied
 * to people
 */
export async function fixResponse(
  file: DataFile,
  fix: Fix,
  call: CallContext,
): Promise<{ responseId: Id; state: Response['state'] }> {
  return file.write(call, { label: 'Put a response right' }, async (tx) => {
    const waves = await listAdministrations(tx, fix.programId)
    const response = await findResponse(tx, fix.responseId)
    const wave = waves.find(({ id }) => id === response?.administrationId)
    if (!response || !wave) throw refuse('not_found', 'This response is not in the program any more.')
    const isOwned = fix.code !== undefined || fix.email !== undefined
    const owner = isOwned ? await ownerOf(tx, wave, fix) : null
    const personId = owner?.personId ?? response.personId
    const state = fix.state ?? (owner === null ? response.state : 'counted')
    if (
      state === 'counted' &&
      personId !== null &&
      (await hasCounted(tx, { administrationId: wave.id, personId, besides: response.id }))
    )
      throw refuse('conflict', 'Another response of this person counts in the wave. Exclude that one first.')
    await updateResponse(tx, response.id, {
      ...(owner && (await tiedTo(tx, wave, response, owner))),
      state,
      why: fix.why,
    })
    return { responseId: response.id, state }
  })
}

/** Who has a code, a number or an address, as an import would find them. */
async function ownerOf(tx: Db, wave: Administration, { programId, code = '', email = '' }: Fix): Promise<Member> {
  if (wave.identity === 'anonymous')
    throw refuse('conflict', `${wave.name} is anonymous: none of its responses leads to anybody.`)
  if (wave.identity === 'confidential') refuseWithoutKey(wave)
  const people = await loadMembers(tx, programId, wave.population, wave.opensOn, wave.closesOn)
  const whose = personFinder({ people, coaches: [], codes: await loadCodes(tx, wave.id) }, wave.identity)
  const { person } = whose({ code, email })
  const owner = people.find(({ personId }) => personId === person?.personId)
  if (owner) return owner
  throw refuse(
    'not_found',
    email === '' ? `Nobody of this wave has the code ${code}.` : `Nobody of this wave has the address ${email}.`,
  )
}

/** What a response says of whoever it is tied to, by name or by their code; a coach that it names stays. */
async function tiedTo(tx: Db, wave: Administration, response: Response, owner: Member): Promise<Partial<ResponseRow>> {
  const instrument = instrumentOf(await loadInstruments(tx), wave)
  const named = response.personId === null ? response.appointmentId : null
  const codes = wave.identity === 'confidential' ? await codesFor(tx, wave.id, [owner.personId]) : null
  return {
    ...(codes ? { code: codes.get(owner.personId)! } : { person_id: owner.personId }),
    appointment_id: named ?? coachMeant(instrument, wave.population, owner),
    level: owner.level || response.level,
    site: owner.site || response.site,
  }
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
