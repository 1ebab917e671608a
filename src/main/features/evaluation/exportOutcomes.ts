import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import type { DocumentModel } from '#main/documents/documentModel.ts'
import { loadEvidence } from '#main/features/evaluation/evidence.ts'
import { coachEvidence, loadCoachFacts } from '#main/features/evaluation/figures.ts'
import { loadInstruments, newestOf } from '#main/features/evaluation/instruments.ts'
import { outcomesBrief } from '#main/features/evaluation/outcomes/brief.ts'
import type { InstrumentOutcome, Outcomes } from '#main/features/evaluation/outcomes/outcomes.ts'
import { outcomesWorkbook } from '#main/features/evaluation/outcomes/outcomesWorkbook.ts'
import { loadParticipation } from '#main/features/evaluation/outcomes/participation.ts'
import {
  findRelease,
  insertRelease,
  loadReleasedComments,
  loadReleases,
  type Published,
} from '#main/features/evaluation/releaseRepository.ts'
import { loadComments } from '#main/features/evaluation/repository.ts'
import { designInForce } from '#main/features/program/design.ts'
import { getProgram, requireProgram } from '#main/features/program/service.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { accessTo, seesGroups } from '#shared/evaluation/audience.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import { commentsMeasure, type ReleasedPublication } from '#shared/evaluation/protection/released.ts'
import { coachesOf } from '#shared/evaluation/results/coaches.ts'
import { commentsOf } from '#shared/evaluation/results/comments.ts'
import { goalsOf } from '#shared/evaluation/results/goals.ts'
import { overviewOf } from '#shared/evaluation/results/overview.ts'
import { resultsOf } from '#shared/evaluation/results/results.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'
import type { Release } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { academicYearEnd, formatAcademicYear } from '#shared/program/academicYear.ts'
import { type Audience, audienceLabels } from '#shared/program/design/audiences.ts'
import { safeFileName } from '#shared/workspace/fileName.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

type Db = Kysely<Tables>

interface ReleaseInput {
  programId: Id
  audience: Audience
  year?: number | undefined
}

/** Writes the outcomes workbook for an audience, and keeps what it showed: later ones are checked against it. */
export function exportOutcomes(workspace: Workspace, input: ReleaseInput, call: CallContext): Promise<StagedFile> {
  // Held on to, because another may be open by the time that this one is read and written.
  const file = workspace.current()
  return inTurn(file, async () => {
    refuseCoach(input.audience)
    const { outcomes, published } = await readOutcomes({ file, appVersion: workspace.version }, input, call)
    const content = outcomesWorkbook(outcomes)
    const bytes = await writeContent({ what: 'outcomes', content }, call)
    const told = withComments(published, outcomes.instruments)
    return release(workspace, file, { what: 'outcomes', outcomes, published: told, content, bytes }, call)
  })
}

/** Writes the two-page brief for an audience, and keeps what it showed. */
export function exportBrief(workspace: Workspace, input: ReleaseInput, call: CallContext): Promise<StagedFile> {
  const file = workspace.current()
  return inTurn(file, async () => {
    refuseCoach(input.audience)
    const { outcomes, published } = await readOutcomes({ file, appVersion: workspace.version }, input, call)
    const content = outcomesBrief(outcomes)
    const bytes = await writeContent({ what: 'brief', content }, call)
    return release(workspace, file, { what: 'brief', outcomes, published, content, bytes }, call)
  })
}

const lastOf = new WeakMap<DataFile, Promise<unknown>>()

/** One release after the other: each is checked against those before it, so none may be under way meanwhile. */
function inTurn<T>(file: DataFile, work: () => Promise<T>): Promise<T> {
  const turn = (lastOf.get(file) ?? Promise.resolve()).then(work)
  lastOf.set(
    file,
    turn.catch(() => undefined),
  )
  return turn
}

export async function listReleases(db: Db, programId: Id): Promise<Release[]> {
  await requireProgram(db, programId)
  return loadReleases(db, programId)
}

/** Makes a release again as it was. @throws Refusal `not_found`, `conflict` where it named somebody since erased */
export async function remakeRelease(
  workspace: Workspace,
  input: { programId: Id; releaseId: Id },
  call: CallContext,
): Promise<StagedFile> {
  const file = workspace.current()
  const found = await findRelease(file.db, input)
  if (!found) throw refuse('not_found', 'This release is not in the data file.')
  if (found.content === null)
    throw refuse('conflict', `${found.file_name} may name somebody since erased. Make a new one instead.`)
  const content = JSON.parse(found.content) as WorkbookModel & DocumentModel
  const bytes = await writeContent({ what: found.what, content }, call)
  const staged = workspace.staging.put(found.file_name, bytes)
  const facts = {
    what: found.what === 'brief' ? 'Outcomes brief, made again' : 'Outcomes, made again',
    fileName: staged.name,
    audience: audienceLabels[found.audience],
    rows: (JSON.parse(found.administrations) as Id[]).length,
  }
  await logExport(file, facts, call)
  return staged
}

/** One coach sees their own screen; a file for all coaches together would be a league table. */
function refuseCoach(audience: Audience): void {
  if (audience === 'coach')
    throw refuse(
      'invalid_input',
      'There is no outcomes file for coaches: each sees what is theirs. Choose another audience.',
    )
}

async function readOutcomes(
  { file, appVersion }: { file: DataFile; appVersion: string },
  { programId, audience, year: chosen }: ReleaseInput,
  call: CallContext,
): Promise<{ outcomes: Outcomes; published: Published }> {
  const { db } = file
  call.progress('Reading the responses')
  const program = await getProgram(db, programId, call.today)
  const year = chosen ?? program.year
  const until = academicYearEnd(year)
  const day = call.today < until ? call.today : until
  const { design, settings } = await designInForce(db, programId)
  const viewer: Viewer = { audience, sharing: settings.sharing.value }
  const evidences = await loadEvidence(db, programId)
  call.signal.throwIfAborted()
  call.progress('Working out what may be shown')
  const instruments = await readInstruments(db, evidences, {
    viewer,
    until,
    minimumComments: settings.minimumComments.value,
    releasedComments: await loadReleasedComments(db, programId),
  })
  const waves = [...evidences.values()].flatMap((evidence) => evidence.wavesUntil(until))
  const outcomes: Outcomes = {
    program,
    institution: program.institution,
    year,
    audience,
    settings,
    goals: goalsOf(design.goals.choices.goals, [...evidences.values()], viewer, until),
    overview: overviewOf(waves, settings.minimumRatings.value, viewer),
    instruments,
    coaches: coachesOf(
      coachEvidence(evidences),
      await loadCoachFacts(db, programId, { year, until: day }),
      year,
      viewer,
    ),
    participation: await loadParticipation(db, programId, {
      year,
      day: call.today,
      minimum: settings.minimumRatings.value,
      viewer,
    }),
    suppressed: [
      ...new Set(
        instruments.flatMap(({ instrument, byLevel, bySite }) =>
          [
            ...byLevel.suppressed.map((text) => `By level, ${text}`),
            ...bySite.suppressed.map((text) => `By site, ${text}`),
          ].map((text) => `${instrument.name}. ${text}`),
        ),
      ),
    ],
    actor: call.actor,
    now: call.now,
    appVersion,
  }
  return { outcomes, published: publishedOf(evidences, viewer, until) }
}

/** What the figures tell that the audience sees; of feedback on coaches also where no wave was held until then. */
function publishedOf(
  evidences: ReadonlyMap<string, Evidence>,
  { audience, sharing }: Viewer,
  until: PlainDate,
): Published {
  const { feedback } = coachEvidence(evidences)
  const shown = [...evidences].filter(
    ([, evidence]) =>
      (evidence === feedback || evidence.wavesUntil(until).length > 0) &&
      seesGroups(accessTo(sharing, audience, evidence.waves.at(-1)!.instrument.dataClass)),
  )
  return Object.fromEntries(shown.map(([key, evidence]) => [key, evidence.published(until)]))
}

/** The wording that the workbook has beside its figures; the brief has none. */
function withComments(published: Published, instruments: readonly InstrumentOutcome[]): Published {
  const told = instruments.map(({ instrument, comments }): [string, ReleasedPublication[]] => [
    instrument.key,
    [
      ...(published[instrument.key] ?? []),
      ...comments.groups
        .filter(({ hidden }) => hidden === null)
        .map(({ administrationId, group, comments: written }): ReleasedPublication => ({
          key: `${commentsMeasure} ${administrationId} ${group}`,
          measures: [commentsMeasure],
          terms: [{ times: 1, responses: written.map(({ id }) => id).toSorted() }],
        })),
    ],
  ])
  return { ...published, ...Object.fromEntries(told.filter(([, publications]) => publications.length > 0)) }
}

async function readInstruments(
  db: Db,
  evidences: ReadonlyMap<string, Evidence>,
  {
    viewer,
    until,
    minimumComments,
    releasedComments,
  }: { viewer: Viewer; until: PlainDate; minimumComments: number; releasedComments: readonly ReadonlySet<Id>[] },
): Promise<InstrumentOutcome[]> {
  const newest = newestOf(await loadInstruments(db))
  const outcomes: InstrumentOutcome[] = []
  for (const [key, evidence] of evidences) {
    const waves = evidence.wavesUntil(until)
    if (waves.length === 0) continue
    const instrument = newest.find((one) => one.key === key)!
    const comments = await loadComments(
      db,
      waves.map(({ administration }) => administration.id),
    )
    outcomes.push({
      instrument,
      byLevel: resultsOf(evidence, instrument, viewer, 'level', until),
      bySite: resultsOf(evidence, instrument, viewer, 'site', until),
      comments: commentsOf(comments, instrument, minimumComments, viewer, 'none', releasedComments),
    })
  }
  return outcomes
}

type Content = { what: 'outcomes'; content: WorkbookModel } | { what: 'brief'; content: DocumentModel }

async function writeContent({ what, content }: Content, call: CallContext): Promise<Uint8Array> {
  call.progress(what === 'brief' ? 'Writing the brief' : 'Writing the workbook')
  if (what === 'outcomes') return runInWorker('writeWorkbook', content, { signal: call.signal })
  // Loaded only here: most starts of the app never write a document.
  const { writeDocument } = await import('#main/documents/writeDocument.ts')
  return writeDocument(content)
}

/** Hands the file over, and logs it as an export and as a release in one write. */
async function release(
  workspace: Workspace,
  file: DataFile,
  made: Content & { outcomes: Outcomes; published: Published; bytes: Uint8Array },
  call: CallContext,
): Promise<StagedFile> {
  const { what, outcomes, published, content, bytes } = made
  const { program, year, audience, suppressed, overview, instruments } = outcomes
  const ending = what === 'brief' ? 'brief.docx' : 'outcomes.xlsx'
  const name = `${safeFileName(program.name) || 'Program'} ${formatAcademicYear(year)} ${audienceLabels[audience].toLowerCase()} ${ending}`
  const staged = workspace.staging.put(name, bytes)
  const waves = new Set(
    [...overview.waves, ...instruments.flatMap(({ byLevel }) => byLevel.waves)].map(
      ({ administrationId }) => administrationId,
    ),
  )
  const facts = {
    what: what === 'brief' ? 'Outcomes brief' : 'Outcomes',
    fileName: staged.name,
    audience: audienceLabels[audience],
    rows: waves.size,
  }
  await logExport(file, facts, call, (tx) =>
    insertRelease(
      tx,
      program.id,
      {
        audience,
        what,
        fileName: staged.name,
        year,
        administrations: [...waves],
        suppressed: [...suppressed],
        published,
        content,
      },
      call,
    ),
  )
  return staged
}
