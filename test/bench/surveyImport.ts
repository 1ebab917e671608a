import { importResponses, previewResponses } from '#main/features/evaluation/importResponses.ts'
import { saveInstrument } from '#main/features/evaluation/instruments.ts'
import { loadCodes } from '#main/features/evaluation/repository.ts'
import { makeCodes, saveAdministration } from '#main/features/evaluation/service.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { answersOf, instrument, itemKeys } from '#test/bench/longSurvey.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'
import { newCall, Office } from '#test/imports/support/office.ts'

const people = 50_000

/**
 * Importing 50,000 responses of 60 items, linked by the codes of a confidential wave, beside reading the same file: as CSV,
 * which is read ten times as fast as a workbook of the same cells, and as that workbook.
 */
export async function surveyImportBench(): Promise<Measured[]> {
  const office = await Office.open()
  try {
    await office.apply(roster)
    const file = office.workspace.current()
    await saveInstrument(file, { instrument, replaces: null }, newCall())
    const measured: Measured[] = []
    for (const format of ['csv', 'xlsx'] as const) {
      const table = surveyTable(await codesOfWave(office, format))
      const bytes = format === 'csv' ? asCsv(table) : await asWorkbook(table)
      measured.push(...(await importing(office, `survey.${format}`, bytes)))
    }
    return measured
  } finally {
    await office.close()
  }
}

async function importing(office: Office, name: string, bytes: Uint8Array): Promise<Measured[]> {
  const programId = office.program.id
  // The name of the wave is that of the format. A new handle each time: what the worker has read serves nobody.
  const input = () => ({ handle: office.stage(name, bytes), programId, wave: { name: name.split('.')[1]! } })
  const times = await interleaved(1, {
    cold: () => readSheetFile(bytes, name),
    read: () => readSheetFile(bytes, name),
    look: () => previewResponses(office.workspace, input(), newCall()),
    apply: () => importResponses(office.workspace, { ...input(), backUp: false }, newCall()),
    again: () => readSheetFile(bytes, name),
  })
  const peer = { what: 'reading the file', value: (times.read + times.again) / 2 }
  const target = Math.round(3 * peer.value)
  return [
    { what: `look at 50,000 responses, ${name}`, value: times.look, unit: 'ms', peer },
    { what: `import them: read, link, write, ${name}`, value: times.apply, unit: 'ms', target, peer },
  ]
}

async function codesOfWave(office: Office, name: string): Promise<string[]> {
  const [file, programId] = [office.workspace.current(), office.program.id]
  const administration = {
    instrumentKey: instrument.key,
    name,
    population: 'learners',
    opensOn: '2026-09-01',
    closesOn: '2026-09-30',
    identity: 'confidential',
  } as const
  const { id } = await saveAdministration(file, { programId, administration }, newCall())
  await makeCodes(file, { programId, administrationId: id }, newCall())
  return (await loadCodes(file.db, id)).map(({ code }) => code)
}

const roster = [
  'Last name,First name,Email,Level,Site,Start date',
  ...Array.from(
    { length: people },
    (_, at) => `Learner${at},Test,l${at}@med.edu,M${1 + (at % 4)},${at % 2 ? 'Main' : 'North'} campus,8/1/2025`,
  ),
].join('\n')

const about = ['StartDate', 'EndDate', 'Status', 'IPAddress', 'Progress', 'Duration (in seconds)', 'Finished']
const whose = ['RecordedDate', 'ResponseId', 'RecipientLastName', 'RecipientFirstName', 'RecipientEmail']
const where = ['ExternalReference', 'LocationLatitude', 'LocationLongitude', 'DistributionChannel', 'UserLanguage']
const names = [...about, ...whose, ...where, ...itemKeys]

type Cell = string | number | null

/** An export as Qualtrics writes it, below its names. */
function surveyTable(codes: readonly string[]): Cell[][] {
  const at = '2026-09-10 09:04:00'
  return codes.map((code, person) => {
    const answers = answersOf(person, 0)
    const machine = [at, at, 'IP Address', '203.0.113.7', 100, 240, 'True', at, `R_${person}`, null, null, null]
    return [...machine, code, 40.015, -105.27, 'email', 'EN', ...itemKeys.map((key) => answers[key] ?? null)]
  })
}

function asCsv(table: readonly Cell[][]): Uint8Array {
  const ids = names.map((name) => `"{""ImportId"":""${name}""}"`)
  const lines = [names, names, ids, ...table].map((line) => line.map((cell) => cell ?? '').join(','))
  return new TextEncoder().encode(lines.join('\r\n'))
}

function asWorkbook(table: readonly Cell[][]): Promise<Uint8Array> {
  return writeWorkbook({
    title: 'Bench',
    creator: 'Bench',
    created: '2026-11-22T12:00:00.000Z',
    sheets: [
      {
        kind: 'table',
        name: 'Responses',
        title: 'Responses',
        columns: names.map((header, column) => ({
          header,
          key: header,
          type: typeof table[0]![column] === 'number' ? 'number' : 'text',
        })),
        rows: table.map((line) => Object.fromEntries(line.map((cell, column) => [names[column]!, cell]))),
      },
    ],
  })
}
