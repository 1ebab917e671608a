import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { addMonths } from '#shared/program/academicYear.ts'
import { alertsOn, headlinesOf } from '#shared/program/calendar/alerts.ts'
import { writeCalendar } from '#shared/program/calendar/ics.ts'
import { phasesOfYear, tasksOfYear } from '#shared/program/calendar/tasks.ts'
import { compareDesigns } from '#shared/program/design/compare.ts'
import { answerToSchema, blankDesign, type Design, designSchema, questions } from '#shared/program/design/design.ts'
import { choicesInWords } from '#shared/program/design/designWords.ts'
import { readinessOf } from '#shared/program/design/readiness.ts'
import { settingsOf } from '#shared/program/design/settings.ts'
import { usualSharing } from '#shared/program/design/audiences.ts'
import { coachesNeeded, type RosterFacts } from '#shared/program/rosterFacts.ts'

const today = '2026-11-22'

const nobody: RosterFacts = {
  learners: 0,
  paired: 0,
  unpaired: [],
  levels: [],
  groups: [],
  coaches: 0,
  overCapacity: [],
  coachGone: [],
}

const ids = (n: number): string[] => Array.from({ length: n }, (_, index) => `p${index}`)

/** A design with some choices made. */
function designWith(choices: Partial<Record<keyof Design, object>>): Design {
  const blank = blankDesign()
  return designSchema.parse(
    Object.fromEntries(questions.map((q) => [q, { ...blank[q], choices: { ...blank[q].choices, ...choices[q] } }])),
  )
}

const goal = (fields: object) => ({ id: 'g', statement: 'Meet', measure: 'Meetings', ...fields })

const issuesOf = (question: string, choices: object): string[] => {
  const result = answerToSchema.safeParse({ question, answer: { choices } })
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('what is refused in place', () => {
  test('text that is too long is said in a sentence, never in the words of the checker', () => {
    const long = 'x'.repeat(9000)
    const goal = { id: 'g', statement: long, measure: long, target: 2_000_000 }
    const messages = [
      ...issuesOf('goals', { problem: long, goals: [goal] }),
      ...issuesOf('stakeholders', { stakeholders: [{ id: 's', name: long, commitment: long }] }),
      ...issuesOf('staffing', { stipendCents: -1, positions: [{ id: 'p', title: long }] }),
      ...issuesOf('development', { modules: [{ id: 'm', name: long }] }),
    ]
    expect(messages.length).toBeGreaterThanOrEqual(8)
    expect(messages.filter((message) => !/: (Keep it under|Enter) .+\.$/.test(message))).toEqual([])
  })

  test('a ratio of zero', () => {
    expect(issuesOf('structure', { learnersPerCoach: 0 })).toEqual([
      'answer.choices.learnersPerCoach: Enter 1 to 200 learners for one coach; a ratio of zero gives nobody a coach.',
    ])
  })

  test('a target on the wrong side of its baseline', () => {
    const raise = issuesOf('goals', { goals: [goal({ direction: 'raise', baseline: 80, target: 72 })] })
    expect(raise).toEqual([expect.stringContaining('goals.0.target: 72 is below the baseline of 80')])
    const lower = issuesOf('goals', { goals: [goal({ direction: 'lower', baseline: 40, target: 46 })] })
    expect(lower).toEqual([expect.stringContaining('46 is above the baseline of 40')])
    expect(issuesOf('goals', { goals: [goal({ direction: 'raise', baseline: 80, target: 80 })] })).toEqual([])
  })

  test('windows that close before they open', () => {
    const window = { changeOpensOn: '2027-02-01', changeClosesOn: '2027-01-01' }
    expect(issuesOf('structure', window)).toEqual([expect.stringContaining('changeClosesOn')])
    const call = { callOpensOn: '2027-02-01', callClosesOn: '2027-01-01' }
    expect(issuesOf('recruitment', call)).toEqual([expect.stringContaining('callClosesOn')])
  })

  test('well-being with a name, and what was said outside the pair', () => {
    const dean = { ...usualSharing.dean, wellBeing: 'named', meetingContent: 'named' }
    expect(issuesOf('assessment', { sharing: { ...usualSharing, dean } })).toEqual([
      expect.stringContaining('sharing.dean.wellBeing: Well-being answers are never shown with a name'),
      expect.stringContaining('sharing.dean.meetingContent: What was said'),
    ])
  })
})

describe('settings', () => {
  test('nothing decided leaves honest defaults', () => {
    const settings = settingsOf(blankDesign())
    expect(Object.values(settings).filter(({ decided }) => decided)).toEqual([])
    expect(settings.learnersPerCoach).toEqual({
      value: null,
      decided: false,
      question: 'structure',
      field: 'learnersPerCoach',
    })
    expect([settings.minimumRatings.value, settings.minimumComments.value]).toEqual([5, 10])
    expect(settings.sharing.value).toEqual(usualSharing)
  })

  test('every setting names a field of its question', () => {
    const design = blankDesign()
    for (const { question, field } of Object.values(settingsOf(design)))
      expect(choicesInWords(design, question).map((choice) => choice.field)).toContain(field)
  })

  test('decided choices become settings, and mandatory means everybody', () => {
    const modules = [
      { id: 'a', name: 'Basics', requiredFor: ['coach', 'leadCoach'] },
      { id: 'b', name: 'Peers', requiredFor: ['observer'] },
    ]
    const settings = settingsOf(
      designWith({ structure: { participation: 'mandatory', learnersPerCoach: 8 }, development: { modules } }),
    )
    expect(settings.learnersPerCoach).toMatchObject({ value: 8, decided: true })
    expect(settings.coveragePercent).toMatchObject({ value: 100, decided: false })
    expect(settings.modulesByRole.value).toEqual({
      coach: ['Basics'],
      leadCoach: ['Basics'],
      panelist: [],
      observer: ['Peers'],
    })
  })
})

describe('readiness', () => {
  const findings = (design: Design, facts = nobody, kind: 'ume' | 'gme' = 'gme') =>
    readinessOf(design, kind, facts, today).findings.map(
      ({ question, field, message }) => `${question}.${field}: ${message}`,
    )

  test('a blank design is open, and contradicts nothing', () => {
    const { answered, questions: states, findings: found } = readinessOf(blankDesign(), 'ume', nobody, today)
    expect(answered).toBe(0)
    expect(states.map(({ state }) => state)).toEqual(questions.map(() => 'open'))
    expect(found).toEqual([])
  })

  test('what is missing is named, and open points past their date are counted', () => {
    const design = designWith({ structure: { participation: 'elective' } })
    const point = { id: 'o', text: 'Who pays', owner: '', closedOn: null }
    design.structure.openPoints = [
      { ...point, due: '2026-11-21' },
      { ...point, due: today },
      { ...point, due: '2026-01-01', closedOn: '2026-01-02' },
    ]
    const structure = readinessOf(design, 'ume', nobody, today).questions[2]!
    expect(structure).toMatchObject({ state: 'partly', openPoints: 2, late: 1 })
    expect(structure.missing.map(({ field }) => field)).toContain('learnersPerCoach')
    expect(structure.missing.map(({ field }) => field)).not.toContain('participation')
  })

  test.each([
    [
      'elective for all',
      { structure: { participation: 'elective', coveragePercent: 100 } },
      'structure.coveragePercent',
    ],
    [
      'mandatory for some',
      { structure: { participation: 'mandatory', coveragePercent: 90 } },
      'structure.coveragePercent',
    ],
    [
      'a level over the ratio',
      { structure: { learnersPerCoach: 4, levels: [{ id: 'l', level: 'M1', learnersPerCoach: 5 }] } },
      'structure.levels',
    ],
    [
      'a window without changes',
      { structure: { changePolicy: 'never', changeOpensOn: today } },
      'structure.changePolicy',
    ],
    ['a share of no meetings', { assessment: { requiredSharePercent: 80 } }, 'structure.meetingsPerTerm'],
    ['volunteers with effort', { staffing: { payModel: 'volunteer', coachEffort: 500 } }, 'staffing.payModel'],
    [
      'a panel without learners',
      { recruitment: { learnersOnPanel: true, panel: [{ id: 'p', name: 'Dean', kind: 'staff' }] } },
      'recruitment.panel',
    ],
    ['groups under the minimum', { assessment: { smallestGroup: 4, minimumRatings: 5 } }, 'assessment.smallestGroup'],
    ['a goal without a measure', { goals: { goals: [goal({ measure: '' })] } }, 'goals.goals.0.measure'],
    [
      'a goal before the program',
      { goals: { goals: [goal({ target: 1, due: '2025-01-01' })] }, structure: { startsOn: '2026-07-01' } },
      'goals.goals.0.due',
    ],
  ])('%s', (_, choices, at) => {
    expect(findings(designWith(choices)).map((found) => found.split(':')[0])).toContain(at)
  })

  test('the last day of a program of a year is the day before it began, a year later', () => {
    const program = { startsOn: '2026-07-01', lengthMonths: 36, changePolicy: 'onRequest' }
    const found = (endsOn: string, due: string, changeClosesOn: string) =>
      findings(
        designWith({
          structure: { ...program, changeClosesOn },
          staffing: { funding: [{ id: 'f', source: 'Grant', endsOn }] },
          goals: { goals: [goal({ target: 1, due })] },
        }),
      )
    expect(found('2029-06-30', '2029-06-30', '2029-06-30')).toEqual([])
    expect(found('2029-06-29', '2029-07-01', '2029-07-01')).toEqual([
      expect.stringContaining('goals.goals.0.due: “Meet” is dated Jul 1, 2029, after those who start'),
      expect.stringContaining('structure.changeClosesOn: The end of the window for changes is dated Jul 1, 2029'),
      expect.stringContaining('staffing.funding: Grant ends on Jun 29, 2029'),
    ])
  })

  test('the ratio is held against the roster', () => {
    const facts = { ...nobody, learners: 240, coaches: 28 }
    expect(findings(designWith({ structure: { learnersPerCoach: 7 } }), facts)).toEqual([
      'structure.learnersPerCoach: The ratio needs 35 coaches for 240 learners, 28 are active.',
    ])
    expect(findings(designWith({ structure: { learnersPerCoach: 9 } }), facts)).toEqual([])
  })

  test('a group too small for its results is named where learners are asked', () => {
    const facts = {
      ...nobody,
      groups: [
        { name: 'North', learners: 4 },
        { name: 'Main', learners: 5 },
      ],
    }
    const asked = (respondents: string) =>
      designWith({ assessment: { instruments: [{ id: 'i', name: 'Log', respondents, waves: [] }] } })
    expect(findings(asked('learners'), facts)).toEqual([expect.stringContaining('North (4) has fewer than 5 learners')])
    expect(findings(asked('coaches'), facts)).toEqual([])
  })
})

test('coaches needed: never too few, never one more than needed, and the tightest limit decides', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 200 }), (learners, ratio) => {
      const needed = coachesNeeded({ learners, levels: [] }, ratio)!
      return needed * ratio >= learners && (needed - 1) * ratio < Math.max(learners, 1)
    }),
  )
  const levels = [{ level: 'M1', learners: 59 }]
  expect(coachesNeeded({ learners: 240, levels }, 12, [{ level: 'm1', learnersPerCoach: 2 }])).toBe(30)
  expect(coachesNeeded({ learners: 240, levels }, null)).toBeNull()
})

describe('comparing', () => {
  test('a design differs from itself in nothing', () => {
    const design = designWith({ structure: { learnersPerCoach: 8, participation: 'mandatory' } })
    expect(compareDesigns(design, structuredClone(design))).toEqual([])
  })

  test('fields and items of lists are compared by themselves', () => {
    const before = designWith({
      structure: { learnersPerCoach: 4 },
      goals: { goals: [goal({ id: 'a', statement: 'Old' }), goal({ id: 'b', target: 80 })] },
    })
    const after = designWith({
      structure: { learnersPerCoach: 3, participation: 'elective' },
      goals: { goals: [goal({ id: 'b', target: 85 }), goal({ id: 'c', statement: 'New' })] },
    })
    expect(compareDesigns(before, after)).toEqual([
      expect.objectContaining({ question: 'goals', kind: 'removed', before: 'Old: Meetings', after: '' }),
      expect.objectContaining({
        label: 'Goals: Meet',
        kind: 'changed',
        before: 'Meet: Meetings; Reach 80',
        after: 'Meet: Meetings; Reach 85',
      }),
      expect.objectContaining({ kind: 'added', after: 'New: Meetings' }),
      expect.objectContaining({ field: 'participation', kind: 'added', before: '', after: 'Elective' }),
      expect.objectContaining({
        field: 'learnersPerCoach',
        label: 'Learners per coach',
        kind: 'changed',
        before: '1:4',
        after: '1:3',
      }),
    ])
  })
})

describe('the year', () => {
  const none = new Map<string, { at: string; by: string }>()

  test('every task and phase lies in the year, in order of its date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.constantFrom('ume' as const, 'gme' as const),
        (year, kind) => {
          const tasks = tasksOfYear(blankDesign(), kind, year, today, none)
          const inYear = (date: string) => date >= `${year}-07-01` && date <= `${year + 1}-06-30`
          expect(tasks.every(({ from, due }) => inYear(from) && inYear(due) && from <= due)).toBe(true)
          expect(tasks.map(({ due }) => due)).toEqual(tasks.map(({ due }) => due).toSorted())
          expect(phasesOfYear(kind, year).every(({ from, to }) => inYear(from) && inYear(to) && from < to)).toBe(true)
          expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length)
        },
      ),
    )
  })

  test('a program’s own dates move the tasks; what it decided against is left out', () => {
    const design = designWith({
      buyIn: { orientationOn: '2026-08-06', expectationSurvey: false },
      structure: { meetingsPerTerm: 2, termsPerYear: 4 },
    })
    const tasks = tasksOfYear(design, 'ume', 2026, today, none)
    expect(tasks.find(({ key }) => key === 'orientation')).toMatchObject({ due: '2026-08-06', status: 'late' })
    expect(tasks.map(({ key }) => key)).not.toContain('expectationSurvey')
    const meetings = tasks.filter(({ key }) => key.startsWith('meetings.'))
    expect(meetings.map(({ due }) => due)).toEqual(['2026-09-30', '2026-12-31', '2027-03-31', '2027-06-30'])
    expect(meetings.map(({ status }) => status)).toEqual(['late', 'due', 'later', 'later'])
  })

  test('a program that begins in the course of the year opens then, and is late with nothing before', () => {
    const lateKeys = (design: Design) =>
      tasksOfYear(design, 'ume', 2026, today, none)
        .filter(({ status }) => status === 'late')
        .map(({ key }) => key)
    expect(lateKeys(blankDesign())).toEqual([])
    expect(lateKeys(designWith({ structure: { startsOn: '2026-08-01' } }))).toEqual([
      'orientation',
      'expectationSurvey',
      'firstMeetings',
      'neverMet',
    ])
    const january = designWith({ structure: { startsOn: '2027-01-04' } })
    expect(lateKeys(january)).toEqual([])
    const due = new Map(tasksOfYear(january, 'ume', 2026, today, none).map((task) => [task.key, task.due]))
    // 156 days after August 1, and so is everything that opens the year.
    expect(due.get('orientation')).toBe('2027-01-23')
    expect(due.get('neverMet')).toBe('2027-04-05')
    // Beginning in June, the pairs that never met are a matter of the next year.
    const june = tasksOfYear(designWith({ structure: { startsOn: '2027-06-01' } }), 'ume', 2026, today, none)
    expect(june.map(({ key }) => key)).not.toContain('neverMet')
  })

  test('an open point of an earlier year is late until it is closed, and in the year of today only', () => {
    const design = blankDesign()
    const point = { id: 'o', text: 'Who pays', owner: '', due: '2026-06-15', closedOn: null }
    design.staffing.openPoints = [point, { ...point, id: 'closed', closedOn: '2026-07-20' }]
    const keys = (year: number, asked: Design = design) =>
      tasksOfYear(asked, 'gme', year, today, none)
        .filter(({ key }) => key.startsWith('openPoint.'))
        .map(({ key, status }) => `${key} ${status}`)
    expect(keys(2026)).toEqual(['openPoint.o late'])
    expect(keys(2025)).toEqual(['openPoint.o late'])
    expect(keys(2027)).toEqual([])
    design.staffing.openPoints = [{ ...point, due: '2024-06-15' }]
    expect(keys(2025)).toEqual([])
  })

  test('a second contact with the same person is not done with the first', () => {
    const keyOf = (nextContact: string) =>
      tasksOfYear(
        designWith({ stakeholders: { stakeholders: [{ id: 's', name: 'Ruiz', nextContact }] } }),
        'gme',
        2026,
        today,
        none,
      ).find(({ title }) => title === 'Contact Ruiz')!.key
    expect(keyOf('2026-09-01')).not.toBe(keyOf('2027-02-01'))
  })

  test('a task done stays done whatever its date', () => {
    const done = new Map([['orientation', { at: '2026-08-01T00:00:00.000Z', by: 'Dana' }]])
    const task = tasksOfYear(blankDesign(), 'gme', 2026, today, done).find(({ key }) => key === 'orientation')
    expect(task).toMatchObject({ status: 'done', done: { by: 'Dana' } })
  })

  test('alerts say what needs somebody, and not more', () => {
    const roster = { ...nobody, learners: 10, paired: 8, unpaired: ids(2), overCapacity: ids(1), coaches: 2 }
    const facts = { roster, lastBackupOn: '2026-11-10', wrong: 0, year: 2026, waves: [], licences: [] }
    const keys = (design: Design, over = {}) =>
      alertsOn(today, { ...facts, ...over }, settingsOf(design)).map(({ key, count }) => `${key} ${count}`)
    expect(keys(blankDesign())).toEqual(['unpaired 2', 'overCapacity 1', 'backupOld 12'])
    expect(keys(designWith({ structure: { participation: 'elective' } }))).toEqual(['overCapacity 1', 'backupOld 12'])
    expect(keys(blankDesign(), { roster: nobody, lastBackupOn: null, wrong: 3 })).toEqual(['findings 3', 'noBackup 0'])
    expect(keys(blankDesign(), { roster: nobody, lastBackupOn: '2026-11-15' })).toEqual([])
  })

  test('100 % is said only of everybody', () => {
    const design = designWith({ structure: { participation: 'mandatory', learnersPerCoach: 8 } })
    const roster = { ...nobody, learners: 241, paired: 239, unpaired: ids(1), coaches: 31 }
    expect(headlinesOf(roster, settingsOf(design)).map(({ value, tone }) => `${value} ${tone}`)).toEqual([
      '99 % short',
      '1:7.8 good',
      '31 good',
    ])
    expect(headlinesOf(nobody, settingsOf(design))[0]).toMatchObject({ value: 'no data', tone: 'unknown' })
  })
})

describe('the calendar file', () => {
  /** Reads a calendar as RFC 5545 says: unfold, then split. */
  const read = (text: string): Map<string, string>[] => {
    const lines = text
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => line !== '')
    const events: Map<string, string>[] = []
    for (const line of lines) {
      const [name, ...value] = line.split(':')
      if (line === 'BEGIN:VEVENT') events.push(new Map())
      else
        events.at(-1)?.set(
          name!,
          value
            .join(':')
            .replace(/\\n/g, '\n')
            .replace(/\\([\\;,])/g, '$1'),
        )
    }
    return events
  }

  test('any title comes back, in lines of 75 octets', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 5 }), (titles) => {
        const clean = titles.map((title) => title.replace(/\p{Cc}/gu, ' '))
        const entries = clean.map((title, index) => ({ uid: `t${index}`, title, detail: '', on: '2027-02-28' }))
        const text = writeCalendar('Year', entries, '2026-11-22T10:00:00.000Z')
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toContain('\n')
        expect(read(text).map((event) => event.get('SUMMARY'))).toEqual(clean)
      }),
    )
  })

  test('an entry is of one whole day', () => {
    const [event] = read(
      writeCalendar(
        'Y',
        [{ uid: 'u', title: 'a, b; c\\d', detail: 'x\ny', on: '2027-02-28' }],
        '2026-11-22T10:00:00.000Z',
      ),
    )
    expect(Object.fromEntries(event!)).toMatchObject({
      UID: 'u@coachdesk',
      DTSTAMP: '20261122T100000Z',
      'DTSTART;VALUE=DATE': '20270228',
      'DTEND;VALUE=DATE': '20270301',
      SUMMARY: 'a, b; c\\d',
      DESCRIPTION: 'x\ny',
    })
  })
})

test('months are added as a calendar does', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addMonths('2026-08-03', 48)).toBe('2030-08-03')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (months) =>
      formatDate(addMonths('2026-07-01', months)).includes(' 1, '),
    ),
  )
})
