import { createHash, hash as digest } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { loadInstruments } from '#main/features/evaluation/instruments.ts'
import { loadCoachNames, loadMembers } from '#main/features/evaluation/population.ts'
import { loadCodes, loadResponses } from '#main/features/evaluation/repository.ts'
import { listAdministrations } from '#main/features/evaluation/service.ts'
import { findEarlierImport, newestEntry } from '#main/features/workspace/service.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { ResponseDraft } from '#shared/evaluation/import/judgeRows.ts'
import { planResponses, type ResponsePlan } from '#shared/evaluation/import/planResponses.ts'
import type { ResponseImportOptions, ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { withCells } from '#shared/imports/editedCells.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

/** What is said of a survey export besides which file it is. */
export type SurveyChoices = Omit<ResponseImportOptions, 'handle'>

/** A survey export as it was read. */
export interface ReadSurvey {
  readonly file: SheetFile
  readonly sha256: string
}

/** @throws Refusal `unreadable_sheet` */
export const readSurvey = ({ name, bytes }: { name: string; bytes: Uint8Array }): ReadSurvey => ({
  file: readSheetFile(bytes, name),
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** A response as the data file keeps it: what was answered is written down already, for it comes from another thread. */
export interface PlannedResponse extends Omit<ResponseDraft, 'answers' | 'leftOut'> {
  readonly answers: string
  readonly leftOut: string
}

/** What of a plan the write needs. */
export interface PlannedResponses extends Pick<ResponsePlan, 'wave' | 'instrument' | 'counts'> {
  readonly fileName: string
  readonly sha256: string
  readonly responses: PlannedResponse[]
  /** The newest entry of the history that the plan knows of. */
  readonly asOfEntry: Id | null
}

/** Works out what importing a survey export writes. @throws as `planResponses` does */
export async function planSurvey(db: Db, choices: SurveyChoices, survey: ReadSurvey): Promise<PlannedResponses> {
  const asOfEntry = await newestEntry(db)
  const { wave, instrument, counts, drafts } = await planAgainst(db, choices, survey.file)
  const responses = drafts.map(({ answers, leftOut, ...draft }) => ({
    ...draft,
    answers: JSON.stringify(answers),
    leftOut: JSON.stringify(leftOut),
  }))
  return { fileName: survey.file.name, sha256: survey.sha256, wave, instrument, counts, responses, asOfEntry }
}

/** What importing a survey export would add, as the preview shows it. @throws as `planResponses` does */
export async function previewSurvey(
  db: Db,
  choices: SurveyChoices,
  { file, sha256 }: ReadSurvey,
): Promise<ResponsePreview> {
  const { wave: _, drafts: __, ...plan } = await planAgainst(db, choices, file)
  const { programId } = choices
  return {
    ...plan,
    file: file.name,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sha256,
    sheets: file.sheets.map(({ name, hidden }) => ({ name, hidden })),
    importedBefore: await findEarlierImport(db, { sha256, programId, importedAs: 'responses' }),
  }
}

async function planAgainst(db: Db, choices: SurveyChoices, file: SheetFile): Promise<ResponsePlan> {
  const { programId, cells, ...options } = choices
  const [instruments, waves] = [await loadInstruments(db), await listAdministrations(db, programId)]
  const about = async (wave: Administration) => ({
    people: {
      people: await loadMembers(db, programId, wave.population, wave.opensOn, wave.closesOn),
      coaches: await loadCoachNames(db, programId),
      codes: await loadCodes(db, wave.id),
    },
    stored: await loadResponses(db, [wave.id]),
  })
  return planResponses(withCells(file, cells), options, { instruments, waves, about, hash })
}

const hash = (text: string): string => digest('sha256', text, 'base64url').slice(0, 22)
