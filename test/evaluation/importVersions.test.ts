import { expect, test } from 'vitest'
import { listInstruments, saveInstrument } from '#main/features/evaluation/instruments.ts'
import { loadResponses } from '#main/features/evaluation/repository.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { feedback, qualtrics, SurveyOffice } from '#test/evaluation/support.ts'
import { newCall } from '#test/imports/support/office.ts'

const coachFeedback = async ({ file }: SurveyOffice): Promise<Instrument> =>
  (await listInstruments(file.db, { versions: false })).find(({ key }) => key === 'coachFeedback')!

const file = qualtrics([{ id: 'R_1', email: 'learner1@med.edu', answers: feedback(5) }])

test('responses are read by the version that their wave was held with, however the wave is found', async () => {
  const survey = await SurveyOffice.open()
  const wave = await survey.wave()
  const known = await coachFeedback(survey)
  const subscales = known.subscales.map((scale) => ({
    ...scale,
    items: scale.items.filter((key) => key !== 'availability'),
  }))
  const items = known.items.filter(({ key }) => key !== 'availability')
  const shorter = { ...known, items, subscales }
  await saveInstrument(survey.file, { instrument: shorter, replaces: known.version }, newCall())

  for (const found of [{}, { wave: { name: wave.name } }, { instrumentKey: 'coachFeedback' }]) {
    const preview = await survey.preview(file, found)
    expect(preview).toMatchObject({ administrationId: wave.id, instrument: { version: 1 }, missingItems: [] })
  }
  // A column may be said to be an item that only the version of the wave has.
  const mapped = await survey.preview(file, { mapping: { Q3_4: 'availability', Q3_1: null } })
  expect(mapped).toMatchObject({ instrument: { version: 1 }, missingItems: ['rapport'] })
  await survey.apply(file)
  expect(await loadResponses(survey.file.db, [wave.id])).toMatchObject([{ answers: { availability: 5 } }])

  const next = await survey.preview(file, { wave: { name: 'Another wave' } })
  expect(next).toMatchObject({ administrationId: null, instrument: { version: 2 } })
})

test('of two instruments that ask the same, the one that was asked is recognised', async () => {
  const survey = await SurveyOffice.open()
  const copy = { ...(await coachFeedback(survey)), key: 'ours', name: 'Our coach feedback' }
  await saveInstrument(survey.file, { instrument: copy, replaces: null }, newCall())
  expect((await survey.preview(file)).instrument).toMatchObject({ key: 'coachFeedback' })
  const wave = await survey.wave({ instrumentKey: 'ours' })
  expect(await survey.preview(file)).toMatchObject({ administrationId: wave.id, instrument: { key: 'ours' } })
})
