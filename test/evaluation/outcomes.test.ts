import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportBrief, exportOutcomes, listReleases, remakeRelease } from '#main/features/evaluation/exportOutcomes.ts'
import { showCoaches, showComments, showGoals, showOverview, showResults } from '#main/features/evaluation/figures.ts'
import { erasePerson } from '#main/features/roster/service.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { type Audience, audiences, usualSharing } from '#shared/program/design/audiences.ts'
import { newCall, refusalOf, today } from '#test/imports/support/office.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

/** Learners 1 to 12 rate their coaches; the first writes something that names them. */
async function answered(): Promise<SurveyOffice> {
  const survey = await SurveyOffice.open()
  await survey.wave()
  const rows = Array.from({ length: 12 }, (_, at) => ({
    id: `R_${at}`,
    email: `learner${at + 1}@med.edu`,
    answers: feedback(3 + (at % 3), at === 0 ? 'Zebrafish is what we always talk about' : ''),
  }))
  await survey.apply(qualtrics(rows))
  return survey
}

const release = (survey: SurveyOffice, audience: Audience) =>
  exportOutcomes(survey.office.workspace, { programId: survey.programId, audience }, newCall())

const textOf = (survey: SurveyOffice, handle: string): string => {
  const { name, bytes } = survey.office.workspace.staging.get(handle)
  const { sheets } = readSheetFile(bytes, name)
  return sheets
    .map((sheet) =>
      [sheet.name, ...sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '').join('\t'))].join('\n'),
    )
    .join('\n')
}

describe('the outcomes workbook', () => {
  test('says what may be said to each audience, and names no learner and no wording of a small group', async () => {
    const survey = await answered()
    for (const audience of audiences.filter((one) => one !== 'coach')) {
      const text = textOf(survey, (await release(survey, audience)).handle)
      const seesRatings = usualSharing[audience].ratings !== 'none'
      expect({ audience, shown: /Overall rating\tFall 2026\t12/.test(text) }).toEqual({ audience, shown: seesRatings })
      expect({ audience, named: /Learner\d|learner\d|Zebrafish/.test(text) }).toEqual({ audience, named: false })
      const seesCoaches = seesRatings && usualSharing[audience].roster === 'named'
      expect({ audience, coaches: text.includes('Wei Chen') }).toEqual({ audience, coaches: seesCoaches })
      const takesPart = ['aggregated', 'named'].includes(usualSharing[audience].participation)
      expect({ audience, takesPart: /\d learners have a coach|pairings began/.test(text) }).toEqual({
        audience,
        takesPart,
      })
      expect({ audience, feedback: /coaches have feedback|With feedback of/.test(text) }).toEqual({
        audience,
        feedback: seesRatings,
      })
      expect(text).not.toContain('0 waves')
    }
  })

  test('is refused for coaches, who see what is theirs on their own', async () => {
    const survey = await answered()
    expect((await refusalOf(release(survey, 'coach'))).code).toBe('invalid_input')
  })

  test('is logged with what it showed, and made again as it was, whatever changed since', async () => {
    const survey = await answered()
    const first = await release(survey, 'dean')
    const bytes = survey.office.workspace.staging.get(first.handle).bytes
    const [logged] = await listReleases(survey.file.db, survey.programId)
    expect(logged).toMatchObject({ audience: 'dean', what: 'outcomes', actor: 'Dana Reyes', fileName: first.name })
    const runs = await survey.file.db.selectFrom('export_run').select(['what', 'audience']).execute()
    expect(runs).toContainEqual({ what: 'Outcomes', audience: 'Dean' })
    await survey.wave({ name: 'Spring 2027', opensOn: '2027-04-01', closesOn: '2027-04-30' })
    const of = { programId: survey.programId, releaseId: logged!.id }
    const again = await remakeRelease(survey.office.workspace, of, newCall())
    expect(Buffer.from(survey.office.workspace.staging.get(again.handle).bytes).equals(Buffer.from(bytes))).toBe(true)
    const remade = await survey.file.db.selectFrom('export_run').select(['what', 'audience', 'rows']).execute()
    expect(remade).toContainEqual({ what: 'Outcomes, made again', audience: 'Dean', rows: 1 })
  })

  test('that may name a coach is not made again once they are erased', async () => {
    const survey = await answered()
    await release(survey, 'programDirector')
    const [logged] = await listReleases(survey.file.db, survey.programId)
    const [coach] = await survey.office.coaches()
    const { revision } = await survey.file.db
      .selectFrom('person')
      .select('revision')
      .where('id', '=', coach!.personId)
      .executeTakeFirstOrThrow()
    await erasePerson(survey.file, { personId: coach!.personId, revision }, newCall())
    const of = { programId: survey.programId, releaseId: logged!.id }
    expect((await refusalOf(remakeRelease(survey.office.workspace, of, newCall()))).code).toBe('conflict')
    expect((await survey.file.check()).findings).toEqual([])
  })

  test('after one with eleven people, one with twelve does not show what the twelfth answered', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave()
    const row = (at: number) => ({ id: `R_${at}`, email: `learner${at}@med.edu`, answers: feedback(1 + (at % 5)) })
    await survey.apply(qualtrics(Array.from({ length: 11 }, (_, at) => row(at + 1))))
    expect(textOf(survey, (await release(survey, 'dean')).handle)).toMatch(/Overall rating\tFall 2026\t11/)
    await survey.apply(qualtrics([row(12)]))
    const later = textOf(survey, (await release(survey, 'dean')).handle)
    expect(later).not.toMatch(/Overall rating\tFall 2026\t12/)
    expect(later).toContain('hidden: would give few away')
  })

  test('that is still being written counts for the next', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave()
    const row = (at: number) => ({ id: `R_${at}`, email: `learner${at}@med.edu`, answers: feedback(1 + (at % 5)) })
    await survey.apply(qualtrics(Array.from({ length: 11 }, (_, at) => row(at + 1))))
    const first = release(survey, 'dean')
    await survey.apply(qualtrics([row(12)]))
    const files = await Promise.all([first, release(survey, 'dean')])
    const shown = files.flatMap(({ handle }) => textOf(survey, handle).match(/Overall rating\tFall 2026\t1[12]/g) ?? [])
    expect(shown).toHaveLength(1)
  })

  test('shows no words of one more writer, until enough have written since the last one', async () => {
    const survey = await SurveyOffice.open(24)
    await survey.wave()
    const wrote = async (from: number, to: number, comment = (at: number) => `Words ${at}.`) => {
      const rows = Array.from({ length: to - from + 1 }, (_, at) => ({
        id: `R_${from + at}`,
        email: `learner${from + at}@med.edu`,
        answers: feedback(1 + (at % 5), comment(from + at)),
      }))
      await survey.apply(qualtrics(rows))
    }
    const words = async () => {
      const text = textOf(survey, (await release(survey, 'programDirector')).handle)
      return new Set(text.match(/(?:Words|Other words) \d+\./g)).size
    }
    await wrote(1, 9)
    // The ninth says it otherwise: that is one person, not two.
    await wrote(9, 9, (at) => `Other words ${at}.`)
    expect(await words()).toBe(0)
    await wrote(10, 11)
    const before = await words()
    expect(before).toBe(12)
    await wrote(12, 12)
    expect(await words()).toBe(before)
    await wrote(13, 21)
    expect(await words()).toBe(before + 10)
  })

  test('has a brief of two pages beside it', async () => {
    const survey = await answered()
    const input = { programId: survey.programId, audience: 'dean' as const }
    const { name, bytes } = await exportBrief(survey.office.workspace, input, newCall())
    expect(name).toMatch(/dean brief\.docx$/)
    expect(bytes).toBeGreaterThan(1000)
  })
})

test('the screens say the same as the exports, to whom question 8 says', async () => {
  const survey = await answered()
  const { db } = survey.file
  const of = { programId: survey.programId, instrumentKey: 'coachFeedback', groupBy: 'level' as const }
  const dean = await showResults(db, { ...of, audience: 'dean' })
  expect(dean.cells.find(({ group, measure }) => group === 'all' && measure === 'scale:overall')).toMatchObject({
    n: 12,
  })
  expect(await showResults(db, { ...of, audience: 'learner' })).toMatchObject({ access: 'none', cells: [], waves: [] })
  expect((await showOverview(db, { ...of, audience: 'dean' })).waves).toMatchObject([{ name: 'Fall 2026' }])
  expect((await showGoals(db, { ...of, audience: 'dean' })).goals).toEqual([])
  expect(await showComments(db, { ...of, audience: 'programDirector' })).toMatchObject({
    minimum: 10,
    groups: [
      { hidden: 'small', comments: [] },
      { hidden: 'small', comments: [] },
    ],
  })
  expect((await refusalOf(showCoaches(db, { ...of, audience: 'coach' }, today))).code).toBe('invalid_input')
  const coaches = await showCoaches(db, { ...of, audience: 'programDirector' }, today)
  expect(
    coaches.coaches.map(({ name, learners, feedback: { state, people } }) => ({ name, learners, state, people })),
  ).toEqual([
    { name: 'Wei Chen', learners: 6, state: 'year', people: 6 },
    { name: 'Ana Ortiz', learners: 6, state: 'year', people: 6 },
  ])
})

test('looking at two years does not show what a coach’s few learners of the second said', async () => {
  const survey = await SurveyOffice.open(36)
  // Each year three of Chen’s learners and six of Ortiz’s answer, never the same.
  for (const [at, year] of [2026, 2027, 2028].entries()) {
    await survey.wave({ name: `Fall ${year}`, opensOn: `${year}-09-01`, closesOn: `${year}-09-30` })
    const chens = [1, 3, 5].map((learner) => learner + 6 * at)
    const others = [2, 4, 6, 8, 10, 12].map((learner) => learner + 12 * at)
    const rows = [...chens, ...others].map((learner) => ({
      id: `R_${learner}`,
      email: `learner${learner}@med.edu`,
      answers: feedback(2 + (learner % 4)),
    }))
    await survey.apply(qualtrics(rows).replaceAll('2026-09-10', `${year}-09-10`))
  }
  const of = { programId: survey.programId, audience: 'programDirector' as const }
  const people = []
  for (const year of [2027, 2028]) {
    const { coaches } = await showCoaches(survey.file.db, { ...of, year }, '2028-11-22')
    people.push(coaches.find(({ name }) => name === 'Wei Chen')?.feedback.people)
  }
  // A mean of six beside one of nine would be a mean of three.
  expect(people).toEqual([9, 9])
})

test('an export under way while another data file is opened leaves nothing there', async () => {
  const survey = await answered()
  const { office, programId } = survey
  let switched: Promise<void> | undefined
  const progress = (stage: string) => {
    if (stage === 'Writing the workbook') switched = office.workspace.createAt(join(office.folder, 'other.coachdesk'))
  }
  const input = { programId, audience: 'dean' } as const
  const exported = exportOutcomes(office.workspace, input, { ...newCall(), progress })
  await Promise.allSettled([exported])
  await switched
  const { path, db } = office.workspace.current()
  expect(path).toContain('other.coachdesk')
  for (const log of ['evaluation_release', 'export_run'] as const)
    expect(await db.selectFrom(log).selectAll().execute()).toEqual([])
})
