import { showCoaches, showComments, showGoals, showOverview, showResults } from '#main/features/evaluation/figures.ts'
import { saveInstrument } from '#main/features/evaluation/instruments.ts'
import { insertAdministration, insertResponses, updateAdministration } from '#main/features/evaluation/repository.ts'
import { answersOf, askedIn, coaches, instrument, perWave, placeOf } from '#test/bench/longSurvey.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'
import { newCall, Office, today } from '#test/imports/support/office.ts'

/**
 * Every dashboard over three waves of 50,000 responses in a data file: first after a wave was changed, when the responses
 * are read, scored and decided about again, and then again. They come in the order of the tabs, and each finds what those
 * before it worked out.
 */
export async function dashboardsBench(): Promise<Measured[]> {
  const office = await Office.open()
  try {
    await office.apply(coachRoster, 'coaches')
    const waves = await storeWaves(office)
    const [file, programId] = [office.workspace.current(), office.program.id]
    const asked = { programId, audience: 'programDirector' } as const
    const of = { ...asked, instrumentKey: instrument.key }
    const { db } = file
    const tabs = {
      overview: () => showOverview(db, asked),
      'results by level': () => showResults(db, { ...of, groupBy: 'level' }),
      'results by level and site': () => showResults(db, { ...of, groupBy: 'levelAndSite' }),
      goals: () => showGoals(db, asked),
      coaches: () => showCoaches(db, asked, today),
      comments: () => showComments(db, { ...of, groupBy: 'none' }),
    }
    const again = Object.fromEntries(Object.entries(tabs).map(([name, show]) => [`${name}, again`, show]))
    let round = 0
    const change = () =>
      file.write(newCall(), { label: 'Change a wave' }, (tx) =>
        updateAdministration(tx, waves[0]!, { name: `Changed ${(round += 1)}` }),
      )
    const times: Record<string, number> = await interleaved(3, { change, ...tabs, ...again })
    return [...Object.keys(tabs), ...Object.keys(again)].map((what) => ({
      what: what.endsWith('again') ? what : `${what}, first after a change`,
      value: times[what]!,
      unit: 'ms',
      target: 200,
    }))
  } finally {
    await office.close()
  }
}

const coachRoster = [
  'Last name,First name,Email',
  ...Array.from({ length: coaches }, (_, at) => `Coach${at},Test,c${at}@med.edu`),
].join('\n')

/** @returns the ids of the waves */
async function storeWaves(office: Office): Promise<string[]> {
  const file = office.workspace.current()
  await saveInstrument(file, { instrument, replaces: null }, newCall())
  const appointments = (await office.coaches()).map(({ id }) => id)
  return file.write(newCall(), { label: 'Store the waves' }, async (tx) => {
    const ids: string[] = []
    for (const [wave, people] of perWave.entries()) {
      const year = 2024 + wave
      const id = await insertAdministration(tx, office.program.id, {
        instrument_key: instrument.key,
        instrument_version: 1,
        name: `Wave ${wave}`,
        population: 'learners',
        opens_on: `${year}-09-01`,
        closes_on: `${year}-09-30`,
        identity: 'named',
        expected: JSON.stringify(askedIn(people)),
      })
      const responses = Array.from({ length: people }, (_, person) => ({
        source_id: `R_${person}`,
        person_id: `person ${person}`,
        code: '',
        appointment_id: appointments[person % appointments.length]!,
        recorded_on: `${year}-09-10`,
        ...placeOf(person),
        answers: JSON.stringify(answersOf(person, wave)),
        left_out: '[]',
        state: 'counted' as const,
        why: '',
      }))
      await insertResponses(tx, id, responses)
      ids.push(id)
    }
    return ids
  })
}
