import { describe, expect, test } from 'vitest'
import { getCalendar } from '#main/features/program/calendar.ts'
import { saveLicence } from '#main/features/evaluation/instruments.ts'
import { saveAdministration } from '#main/features/evaluation/service.ts'
import { licenceAlerts, waveAlerts } from '#shared/program/calendar/surveyAlerts.ts'
import type { LicenceFacts, WaveFacts } from '#shared/program/surveyFacts.ts'
import { newCall, Office, today as officeToday } from '#test/imports/support/office.ts'

const today = '2026-11-22'

const wave = (of: Partial<WaveFacts>): WaveFacts => ({
  id: 'w',
  name: 'Mid-year',
  instrument: 'MBI',
  instrumentKey: 'mbi',
  opensOn: '2026-11-01',
  closesOn: '2026-11-29',
  asked: 40,
  received: 19,
  ...of,
})

const licence = (of: Partial<LicenceFacts>): LicenceFacts => ({
  instrumentKey: 'mbi',
  instrument: 'MBI',
  expiresOn: null,
  administrationsLeft: null,
  ...of,
})

const said = (waves: WaveFacts[], minimum = 5) => waveAlerts(today, 2026, waves, minimum).map(({ message }) => message)

describe('alerts about surveys', () => {
  test('a wave is told that closes within a week with less than half of the responses', () => {
    expect(said([wave({})])).toEqual(['Mid-year, MBI, closes Nov 29, 2026; fewer than half of the responses are in.'])
    expect(said([wave({ received: 20 })])).toEqual([])
    expect(said([wave({ closesOn: '2026-11-30' })])).toEqual([])
    expect(said([wave({ opensOn: '2026-11-23' })])).toEqual([])
    // How many of four answered would tell who did.
    expect(said([wave({ asked: 4, received: 1 })])).toEqual([])
  })

  test('a wave of the year that closed without responses is told', () => {
    expect(said([wave({ closesOn: '2026-11-21', received: 0 })])).toEqual([
      'Mid-year, MBI, closed Nov 21, 2026 and has no responses.',
    ])
    expect(said([wave({ closesOn: '2026-11-21', received: 1 })])).toEqual([])
    expect(said([wave({ opensOn: '2026-04-01', closesOn: '2026-05-01', received: 0 })])).toEqual([])
  })

  test('a licence is told before it ends, and after where a wave needs it', () => {
    const told = (of: Partial<LicenceFacts>, waves = [wave({})]) =>
      licenceAlerts(today, [licence(of)], waves).map(({ message, severity }) => `${severity} ${message}`)
    const over = [wave({ closesOn: '2026-11-21' })]
    expect(told({ expiresOn: '2027-01-21' }, over)).toEqual(['warning The licence of MBI ends Jan 21, 2027.'])
    expect(told({ expiresOn: '2027-01-22' })).toEqual([])
    expect(told({ expiresOn: '2026-11-21' })).toEqual(['wrong The licence of MBI ended Nov 21, 2026.'])
    expect(told({ expiresOn: '2026-11-21' }, over)).toEqual([])
    expect(told({ administrationsLeft: 0 })).toEqual(['wrong The licence of MBI has no administrations left.'])
    expect(told({ administrationsLeft: 0 }, over)).toEqual([])
    expect(told({ administrationsLeft: 3 })).toEqual([])
  })

  test('the calendar of a program has them, each with what it is about', async () => {
    const office = await Office.open()
    try {
      const { workspace, program } = office
      const programId = program.id
      await office.apply('Last name,Level\n' + [1, 2, 3, 4, 5, 6].map((n) => `Learner${n},M1\n`).join(''))
      const held = { instrumentKey: 'miniZ', population: 'learners', identity: 'anonymous' } as const
      const dates = { opensOn: '2026-09-01', closesOn: '2026-09-20' }
      const file = workspace.current()
      const open = await saveAdministration(
        file,
        { programId, administration: { ...held, name: 'Autumn', ...dates } },
        newCall(),
      )
      const terms = { kind: 'permission', holder: '', terms: '', source: '', administrationsLeft: null } as const
      await saveLicence(
        file,
        { instrumentKey: 'miniZ', revision: 0, licence: { ...terms, expiresOn: officeToday } },
        newCall(),
      )
      const { alerts } = await getCalendar(workspace, { programId }, newCall())
      expect(alerts.filter(({ place }) => place === 'evaluation')).toMatchObject([
        { key: 'licence', subject: 'miniZ', severity: 'warning' },
        { key: 'surveyLow', subject: open.id },
      ])
    } finally {
      await office.close()
    }
  })
})
