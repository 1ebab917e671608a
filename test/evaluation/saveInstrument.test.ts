import { describe, expect, test } from 'vitest'
import {
  instrumentOf,
  listInstruments,
  loadInstruments,
  saveInstrument,
  saveLicence,
} from '#main/features/evaluation/instruments.ts'
import { listAdministrations, removeAdministration } from '#main/features/evaluation/service.ts'
import { newestEntry } from '#main/features/workspace/service.ts'
import type { Instrument, Licence } from '#shared/evaluation/instrumentSchema.ts'
import { SurveyOffice } from '#test/evaluation/support.ts'
import { newCall, refusalOf } from '#test/imports/support/office.ts'

const newest = async ({ file }: SurveyOffice, key: string) =>
  (await listInstruments(file.db, { versions: false })).find((instrument) => instrument.key === key)!

/** Saves a change to the newest version, as it was read. */
async function change(survey: SurveyOffice, key: string, change: Partial<Instrument>): Promise<Instrument> {
  const read = await newest(survey, key)
  const input = { instrument: { ...read, ...change }, replaces: read.version, revision: read.revision }
  return saveInstrument(survey.file, input, newCall())
}

async function addOwn(survey: SurveyOffice): Promise<Instrument> {
  const instrument = { ...(await newest(survey, 'coachFeedback')), key: 'ours', name: 'Our form' }
  return saveInstrument(survey.file, { instrument, replaces: null }, newCall())
}

describe('saving an instrument', () => {
  test('changes what nobody was asked with in place, and makes a version of what waves were held with', async () => {
    const survey = await SurveyOffice.open()
    await addOwn(survey)
    expect(await change(survey, 'ours', { name: 'Our form, tidied' })).toMatchObject({ version: 1 })
    expect(await newest(survey, 'ours')).toMatchObject({ origin: 'own', revision: 2, waves: [] })

    await survey.wave({ instrumentKey: 'ours' })
    const items = (await newest(survey, 'ours')).items.map((item) => ({ ...item, text: `${item.text} (changed)` }))
    expect(await change(survey, 'ours', { items })).toMatchObject({ version: 2 })

    const versions = await listInstruments(survey.file.db, { versions: true })
    expect(versions.filter(({ key }) => key === 'ours')).toMatchObject([
      { version: 2, waves: [] },
      { version: 1, waves: [{ program: survey.office.program.name, name: 'Fall 2026' }] },
    ])
    expect(await listAdministrations(survey.file.db, survey.programId)).toMatchObject([{ instrumentVersion: 1 }])
  })

  test('never touches what came with the app, and says where a version is from', async () => {
    const survey = await SurveyOffice.open()
    expect(await newest(survey, 'pfi')).toMatchObject({ origin: 'shipped', version: 1, revision: 0 })
    expect(await change(survey, 'pfi', { notes: ['Our wording'] })).toMatchObject({ version: 2 })
    expect(await newest(survey, 'pfi')).toMatchObject({ origin: 'changed', version: 2, notes: ['Our wording'] })
    await survey.file.undo(newCall())
    expect(await newest(survey, 'pfi')).toMatchObject({ origin: 'shipped', version: 1 })
  })

  test('leaves waves what they were held with, though saving it is undone later', async () => {
    const survey = await SurveyOffice.open()
    const saved = await change(survey, 'coachFeedback', { notes: ['Ours'] })
    const entryId = (await newestEntry(survey.file.db))!
    const wave = await survey.wave()
    await survey.file.reverse(newCall(), entryId)
    expect(instrumentOf(await loadInstruments(survey.file.db), wave)).toEqual(saved)
    expect(await newest(survey, 'coachFeedback')).toMatchObject({ version: 2, origin: 'changed', revision: 0 })
    expect(await change(survey, 'coachFeedback', { notes: ['Ours again'] })).toMatchObject({ version: 3 })

    const of = { programId: survey.programId, administrationId: wave.id }
    await removeAdministration(survey.file, of, newCall())
    const versions = await listInstruments(survey.file.db, { versions: true })
    expect(versions.flatMap(({ key, version }) => (key === 'coachFeedback' ? version : []))).toEqual([3, 1])
  })

  test('in place is not taken back once a wave was held with it, for it would be scored by another rule', async () => {
    const survey = await SurveyOffice.open()
    await addOwn(survey)
    const [first, ...others] = (await newest(survey, 'ours')).items
    const saved = await change(survey, 'ours', { items: [{ ...first!, reversed: true }, ...others] })
    const entryId = (await newestEntry(survey.file.db))!
    await survey.file.undo(newCall())
    await survey.file.redo(newCall())
    const redone = (await newestEntry(survey.file.db))!

    const wave = await survey.wave({ instrumentKey: 'ours' })
    for (const entry of [entryId, redone]) {
      const refused = await refusalOf(survey.file.reverse(newCall(), entry))
      expect(refused.details?.[0]?.message).toContain('waves were held with it')
    }
    expect(instrumentOf(await loadInstruments(survey.file.db), wave)).toEqual(saved)
    // In order, the wave goes first.
    await survey.file.undo(newCall())
    await survey.file.undo(newCall())
    expect((await newest(survey, 'ours')).items[0]).toMatchObject({ reversed: false })
  })

  test('is refused where it was changed since it was read, and where it would score wrongly', async () => {
    const survey = await SurveyOffice.open()
    await addOwn(survey)
    const read = await newest(survey, 'ours')
    await change(survey, 'ours', { name: 'Somebody else was here' })
    const late = saveInstrument(
      survey.file,
      { instrument: read, replaces: read.version, revision: read.revision },
      newCall(),
    )
    expect((await refusalOf(late)).code).toBe('stale')
    const items = read.items.map((item) => ({ ...item, key: 'same' }))
    expect(await refusalOf(change(survey, 'ours', { items }))).toMatchObject({
      code: 'invalid_input',
      details: expect.arrayContaining([
        { path: 'items.1.key', message: 'Item 1 has the key same too. Give each item its own.' },
      ]),
    })
  })

  test('stores nothing of the list it was read from', async () => {
    const survey = await SurveyOffice.open()
    await addOwn(survey)
    const [row] = await survey.file.db.selectFrom('instrument_version').select('content').execute()
    expect(Object.keys(JSON.parse(row!.content))).not.toEqual(expect.arrayContaining(['origin']))
  })
})

describe('the licence of an instrument', () => {
  const licence = (administrationsLeft: number): Licence => ({
    kind: 'paid',
    holder: 'Mind Garden',
    terms: '',
    source: '',
    administrationsLeft,
    expiresOn: '2027-06-30',
  })

  test('is noted without a new version, of what came with the app too, and undone', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave({ instrumentKey: 'mbiHss' })
    const save = async (left: number, revision: number) =>
      saveLicence(survey.file, { instrumentKey: 'mbiHss', licence: licence(left), revision }, newCall())
    const before = await newest(survey, 'mbiHss')
    await save(120, 0)
    expect((await refusalOf(save(5, 0))).code).toBe('stale')
    await save(119, 1)
    expect(before.waves).toHaveLength(1)
    expect(await newest(survey, 'mbiHss')).toEqual({ ...before, licence: licence(119), revision: 2 })
    await survey.file.undo(newCall())
    expect((await newest(survey, 'mbiHss')).licence.administrationsLeft).toBe(120)
    await survey.file.undo(newCall())
    expect((await newest(survey, 'mbiHss')).licence.administrationsLeft).toBeNull()
  })

  test('goes with the next version', async () => {
    const survey = await SurveyOffice.open()
    const { revision } = await newest(survey, 'mbiHss')
    await saveLicence(survey.file, { instrumentKey: 'mbiHss', licence: licence(7), revision }, newCall())
    await change(survey, 'mbiHss', { notes: ['Ours'] })
    expect(await newest(survey, 'mbiHss')).toMatchObject({ version: 2, licence: { administrationsLeft: 7 } })
  })

  test('is of an instrument that is there', async () => {
    const survey = await SurveyOffice.open()
    const save = saveLicence(survey.file, { instrumentKey: 'nothing', licence: licence(7), revision: 0 }, newCall())
    expect((await refusalOf(save)).code).toBe('not_found')
  })
})
