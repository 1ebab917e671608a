import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { saveCustomFields } from '#main/features/roster/customFields.ts'
import { listDuplicatePeople, mergePeople, previewMerge } from '#main/features/roster/mergePeople.ts'
import { editRows, erasePerson } from '#main/features/roster/service.ts'
import { learners } from '#main/features/roster/learners.ts'
import { startProgram } from '#main/features/program/service.ts'
import { blankLearner } from '#shared/roster/blank.ts'
import { findDuplicatePeople } from '#shared/roster/duplicatePeople.ts'
import {
  compareForMerge,
  inSequence,
  mergedFields,
  type MergeChoices,
  type PlaceDates,
  unknownFrom,
} from '#shared/roster/merge.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

const blank = blankLearner(start)
const person = { ...blank, degrees: '', department: '', specialty: '' }

describe('people who may be one', () => {
  const find = (...people: object[]) =>
    findDuplicatePeople(people.map((values, index) => ({ personId: String(index), values })))

  test.each([
    ['a nickname', { lastName: 'Lee', firstName: 'Robert' }, { lastName: 'Lee', firstName: 'Bob' }, 'A nickname'],
    [
      'accents',
      { lastName: 'Núñez', firstName: 'Ana' },
      { lastName: 'Nunez', firstName: 'Ana' },
      'The same name but for accents',
    ],
    [
      'a mailbox',
      { lastName: 'A', email: 'ann+x@x.edu' },
      { lastName: 'B', email: 'ann@x.edu' },
      'Addresses of one mailbox',
    ],
    ['a slip', { lastName: 'Hernandez', firstName: 'Ana' }, { lastName: 'Hernadez', firstName: 'Ana' }, 'A near name'],
  ])('by %s', (_, a, b, reason) => {
    expect(find(a, b)).toEqual([expect.objectContaining({ keepId: '0', mergeId: '1', reason })])
  })

  test.each([
    ['student ids', { studentId: '1' }, { studentId: '2' }],
    ['class years', { classYear: 2028 }, { classYear: 2029 }],
  ])('are two where their %s differ', (_, a, b) => {
    const name = { lastName: 'Lee', firstName: 'Robert' }
    expect(find({ ...name, ...a }, { ...name, ...b })).toEqual([])
    expect(find({ ...name, ...a }, { ...name, ...a, firstName: 'Bob' })).toHaveLength(1)
  })
})

describe('the rule of merging', () => {
  const text = fc.constantFrom('', 'a@x.edu', 'b@x.edu', 'c@x.edu')
  const someone = fc.record({
    email: text,
    studentId: text,
    otherEmails: fc.uniqueArray(
      text.filter((t) => t !== ''),
      { maxLength: 2 },
    ),
  })

  test('loses no e-mail, takes what was chosen, and else what is not blank', () => {
    fc.assert(
      fc.property(
        someone,
        someone,
        fc.constantFrom<MergeChoices>({}, { email: 'merge' }, { email: 'keep' }),
        (a, b, take) => {
          const [keep, merge] = [
            { ...person, ...a },
            { ...person, ...b },
          ]
          const merged = mergedFields(keep, merge, take)
          const all = new Set([a.email, b.email, ...a.otherEmails, ...b.otherEmails].filter((email) => email !== ''))
          expect(new Set([merged.email, ...merged.otherEmails].filter((email) => email !== ''))).toEqual(all)
          expect(merged.studentId).toBe(a.studentId || b.studentId)
          expect(merged.email).toBe(
            take.email === undefined ? a.email || b.email : { keep: a, merge: b }[take.email].email,
          )
          for (const { field, kept } of compareForMerge(keep, merge))
            expect(take[field] ?? kept).toBe(merged[field] === keep[field] ? (take[field] ?? kept) : 'merge')
        },
      ),
    )
  })

  const place = (fromOn: string, set: Partial<PlaceDates> = {}, gone = false): PlaceDates => ({
    startDate: null,
    endDate: null,
    standings: [{ fromOn, toOn: null, gone }],
    ...set,
  })

  test('two places are in sequence where the one was over before the other began', () => {
    const first = place('2020-07-01', { endDate: '2023-06-30' })
    const second = place('2026-07-01')
    expect(inSequence(second, first)).toEqual({ earlier: first, later: second })
    expect(inSequence(place('2024-01-01', {}, true), second)).not.toBeNull()
    expect(inSequence(place('2020-07-01'), second)).toBeNull()
    expect(inSequence(first, place('2023-06-30'))).toBeNull()
    expect(unknownFrom({ earlier: first, later: second })).toBe('2023-07-01')
    expect(unknownFrom({ earlier: first, later: place('2023-07-01') })).toBeNull()
    expect(
      unknownFrom({ earlier: { ...place('2022-01-01', {}, true), endDate: '2023-06-30' }, later: second }),
    ).toBeNull()
    expect(inSequence(first, place('2026-07-01', { startDate: '2023-01-01' }))).toBeNull()
  })
})

describe('merging two people', () => {
  const merge = (desk: Desk, keep: { personId: string }, gone: { personId: string }, take: MergeChoices = {}) =>
    mergePeople(desk.file, { keepId: keep.personId, mergeId: gone.personId, take }, on('2026-09-01'))

  it('is proposed with what they are, and moves all that the other had', async () => {
    const desk = await Desk.open()
    const bob = await desk.addCoach('Lee', { firstName: 'Bob', email: 'bob@x.edu', department: 'Medicine' })
    const robert = await desk.addLearner('Lee', {
      firstName: 'Robert',
      email: 'rlee@x.edu',
      studentId: '007',
      level: 'PGY-3',
    })
    const wu = await desk.addCoach('Wu')
    const ana = await desk.addLearner('Garcia')
    await desk.pair(robert, wu, start)
    await desk.pair(ana, bob, start)
    expect(await listDuplicatePeople(desk.file, desk.programId, on(start))).toEqual([
      {
        keep: { personId: bob.personId, name: 'Bob Lee', email: 'bob@x.edu', about: 'Coach' },
        merge: { personId: robert.personId, name: 'Robert Lee', email: 'rlee@x.edu', about: 'Learner, PGY-3' },
        reason: 'A nickname',
        score: 0.93,
      },
    ])
    const preview = await previewMerge(desk.file.db, { keepId: bob.personId, mergeId: robert.personId })
    expect(preview).toMatchObject({ moves: { enrolments: 1, appointments: 0, pairings: 1 }, joins: [], obstacle: null })
    expect(preview.fields).toContainEqual({ field: 'studentId', keep: '', merge: '007', kept: 'merge' })

    const merged = await merge(desk, bob, robert, { firstName: 'merge' })
    expect(merged).toMatchObject({
      firstName: 'Robert',
      email: 'bob@x.edu',
      otherEmails: ['rlee@x.edu'],
      studentId: '007',
      department: 'Medicine',
    })
    expect(merged.pairings.map(({ learnerName, coachName }) => [learnerName, coachName])).toEqual([
      ['Robert Lee', 'Wu'],
      ['Garcia', 'Robert Lee'],
    ])
    expect((await problemOf(desk.person(robert))).code).toBe('not_found')
    expect(await desk.findings()).toEqual([])
  })

  it('is taken apart exactly by undoing its entry, also after other work', async () => {
    const desk = await Desk.open()
    const [note] = await saveCustomFields(
      desk.file,
      { programId: desk.programId, appliesTo: 'learners', fields: [{ name: 'Note', kind: 'text', choices: [] }] },
      on(start),
    )
    const early = await desk.addLearner('Lee', {
      firstName: 'Bob',
      endDate: '2026-08-14',
      email: 'a@x.edu',
      custom: { [note!.id]: 'early' },
    })
    const late = await desk.addLearner('Lee', {
      firstName: 'Robert',
      startDate: '2026-08-15',
      email: 'b@x.edu',
      custom: { [note!.id]: 'late' },
    })
    const before = await desk.everything()
    await merge(desk, early, late)
    const { entryId, label } = (await desk.file.undoStep()).undo!
    expect(label).toBe('Merge Robert Lee into Bob Lee')
    const other = await desk.addLearner('Other')
    await desk.file.reverse(on('2026-09-02'), entryId)
    await desk.file.reverse(on('2026-09-02'), (await entryOf(desk, other.personId))!)
    expect(await desk.everything()).toEqual(before)
    expect(await desk.findings()).toEqual([])
  })

  const entryOf = async (desk: Desk, personId: string) =>
    (
      await desk.file.db
        .selectFrom('history_change')
        .select('entry_id')
        .where('person_id', '=', personId)
        .executeTakeFirst()
    )?.entry_id

  it('makes one place of two that were one after the other', async () => {
    const desk = await Desk.open()
    const early = await desk.addLearner('Lee', {
      firstName: 'Bob',
      startDate: '2026-07-01',
      level: 'PGY-1',
      track: 'Old',
    })
    const edits = [
      { id: early.id, revision: early.revision, set: { status: 'withdrawn' as const, endDate: '2026-07-31' } },
    ]
    await editRows(
      desk.file,
      learners,
      { programId: desk.programId, edits, effectiveOn: '2026-08-01' },
      on('2026-08-01'),
    )
    const late = await desk.addLearner(
      'Lee',
      { firstName: 'Robert', startDate: '2026-08-15', level: 'PGY-2', track: 'New' },
      '2026-08-15',
    )
    expect((await previewMerge(desk.file.db, { keepId: late.personId, mergeId: early.personId })).joins).toHaveLength(1)
    const merged = await merge(desk, late, early)
    expect(merged.enrolments).toEqual([
      expect.objectContaining({ id: late.id, startDate: '2026-07-01', endDate: null, track: 'New' }),
    ])
    expect(merged.enrolments[0]!.standings.map(({ fromOn, toOn, status }) => [fromOn, toOn, status])).toEqual([
      ['2026-07-01', '2026-07-31', 'active'],
      ['2026-08-01', '2026-08-14', 'withdrawn'],
      ['2026-08-15', null, 'active'],
    ])
    expect(await desk.findings()).toEqual([])
  })

  it('makes one appointment of two, whose learners stay with it', async () => {
    const desk = await Desk.open()
    const early = await desk.addCoach('Wu', { firstName: 'Ada', endDate: '2026-08-14', capacity: 4 })
    const ana = await desk.addLearner('Garcia')
    await desk.pair(ana, early, start)
    const late = await desk.addCoach('Wu', { startDate: '2026-08-15', capacity: 8 }, '2026-07-02')
    const before = await desk.everything()
    const merged = await merge(desk, early, late)
    expect(merged.appointments).toEqual([expect.objectContaining({ id: early.id, startDate: null, endDate: null })])
    expect(merged.appointments[0]!.standings.map(({ fromOn, toOn, capacity }) => [fromOn, toOn, capacity])).toEqual([
      ['2026-07-01', '2026-08-14', 4],
      ['2026-08-15', null, 8],
    ])
    expect(merged.pairings).toHaveLength(1)
    await desk.file.undo(on('2026-09-01'))
    expect(await desk.everything()).toEqual(before)
  })

  it('is refused where both have a place at the same time, or one coaches the other', async () => {
    const desk = await Desk.open()
    const [a, b] = [
      await desk.addLearner('Lee', { firstName: 'Bob' }),
      await desk.addLearner('Lee', { firstName: 'Robert' }),
    ]
    const wu = await desk.addCoach('Wu')
    await desk.pair(a, wu, start)
    const before = await desk.everything()
    expect(await problemOf(merge(desk, a, b))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('both learners of Internal medicine residency at the same time'),
    })
    expect((await problemOf(merge(desk, wu, a))).message).toContain('paired with each other')
    expect((await problemOf(merge(desk, a, a))).code).toBe('invalid_input')
    expect(await desk.everything()).toEqual(before)
  })

  it('is refused where nobody knows what somebody was between two places, until it is said', async () => {
    const desk = await Desk.open()
    const early = await desk.addLearner('Lee', { firstName: 'Bob', endDate: '2026-07-31' })
    const late = await desk.addLearner('Lee', { firstName: 'Robert', startDate: '2026-08-15' }, '2026-08-15')
    const ids = { keepId: late.personId, mergeId: early.personId }
    const { obstacle } = await previewMerge(desk.file.db, ids)
    expect(obstacle).toContain('ended on Jul 31, 2026, and nothing says what Robert Lee was from Aug 1, 2026 on')
    expect((await problemOf(merge(desk, late, early))).message).toBe(obstacle)
    const edits = [{ id: early.id, revision: early.revision, set: { status: 'research' as const } }]
    const change = { programId: desk.programId, edits, effectiveOn: '2026-08-01' }
    await editRows(desk.file, learners, change, on('2026-08-15'))
    await merge(desk, late, early)
    expect((await desk.learners('2026-08-10')).map(({ status }) => status)).toEqual(['research'])
  })

  it('keeps places in other programs, and erasing the one erases what was known of the other', async () => {
    const desk = await Desk.open()
    const draft = { name: 'Surgery', kind: 'gme' as const, institution: '', year: 2026, cohorts: [], sites: [] }
    const other = new Desk(desk.file, (await startProgram(desk.file, draft, on(start))).id)
    const bob = await desk.addLearner('Lee', { firstName: 'Bob' })
    const robert = await other.addLearner('Quixlethwaite', { firstName: 'Robert', email: 'q@wibblemail.edu' })
    const merged = await merge(desk, bob, robert)
    expect(merged.enrolments.map(({ programName }) => programName)).toEqual(['Internal medicine residency', 'Surgery'])
    await erasePerson(desk.file, { personId: bob.personId, revision: merged.revision }, on('2026-09-02'))
    const changes = await desk.file.db.selectFrom('history_change').selectAll().execute()
    const entries = await desk.file.db.selectFrom('history_entry').selectAll().execute()
    expect(JSON.stringify([changes, entries])).not.toMatch(/Quixlethwaite|wibblemail|Bob/)
    expect(await desk.findings()).toEqual([])
  })

  it('taken apart, erasing the one leaves the other', async () => {
    const desk = await Desk.open()
    const [bob, ana] = [
      await desk.addCoach('Lee', { firstName: 'Bob' }),
      await desk.addLearner('Garcia', { firstName: 'Ana' }),
    ]
    await merge(desk, bob, ana)
    await desk.file.undo(on('2026-09-01'))
    const { revision } = await desk.person(ana)
    await erasePerson(desk.file, { personId: ana.personId, revision }, on('2026-09-02'))
    expect((await desk.person(bob)).lastName).toBe('Lee')
    const about = await desk.file.db
      .selectFrom('history_change')
      .select('after')
      .where('person_id', '=', bob.personId)
      .execute()
    expect(JSON.stringify(about)).toContain('Lee')
    expect(await desk.findings()).toEqual([])
  })
})
