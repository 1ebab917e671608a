import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResponseImportResult, ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { Results } from '#shared/evaluation/resultSchema.ts'
import { type Answer, type Desk, openDesk } from '#test/cli/support/coachdesk.ts'
import { feedback, qualtrics } from '#test/evaluation/support.ts'
import { askOpenpyxl } from '#test/support/otherOffice.ts'

let desk: Desk
let data: string[]

beforeAll(async () => {
  desk = await openDesk()
  data = ['--data', desk.file('sample.coachdesk')]
  done(await desk.run('new', desk.file('sample.coachdesk'), '--sample'))
  // Learners of the sample, one of them twice, a code that nobody has, a test, and a 7 of 5.
  const survey = qualtrics([
    { id: 'R_0', status: 'Survey Preview', answers: feedback(5) },
    { id: 'R_1', email: 'fiona.lee@example.edu', answers: feedback('Agree', '=1+1 is what we say') },
    { id: 'R_2', email: 'michael.baker@example.edu', answers: [7, 4, 4, 4, 4, 'Yes', ''] },
    { id: 'R_3', email: 'fiona.lee@example.edu', answers: feedback(2) },
    { id: 'R_4', code: 'NOBODY', answers: feedback(4) },
  ])
  await writeFile(desk.file('survey.csv'), survey)
})
afterAll(() => desk.close())

const done = ({ code, stdout, stderr }: Answer): string => {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}
async function read<T>(...args: string[]): Promise<T> {
  const { code, document, stderr } = await desk.json(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return document as T
}

type Evaluation = { results: Results[]; overview: { waves: { name: string }[] }; coaches: unknown }
const wavesOf = async () => (await read<Evaluation>('evaluate', ...data)).overview.waves.map(({ name }) => name)

describe('import of responses', () => {
  const as = () => [desk.file('survey.csv'), '--as', 'responses', '--wave', 'Pulse', '--identity', 'named', ...data]

  test('a dry run gives the import document, and changes nothing', async () => {
    const before = await wavesOf()
    const document = await read<ResponsePreview>('import', ...as(), '--dry-run')
    expect(document).toMatchObject({ tool: 'qualtrics', instrument: { key: 'coachFeedback' }, missingItems: [] })
    expect(document.rows.map(({ sheet, row, action, state }) => [sheet, row, action, state])).toEqual([
      ['survey', 4, 'skip', 'preview'],
      ['survey', 5, 'create', 'counted'],
      ['survey', 6, 'create', 'counted'],
      ['survey', 7, 'create', 'duplicate'],
      ['survey', 8, 'create', 'unknownCode'],
    ])
    expect(document.rows[1]!.response).toEqual({
      responseId: 'R_1',
      email: 'fiona.lee@example.edu',
      code: '',
      recordedAt: '2026-09-10T09:04:01',
      answers: { rapport: 4, questions: 4, goalHelp: 4, availability: 4, safety: 4, keepCoach: 1 },
      comments: { comment: '=1+1 is what we say' },
    })
    expect(await wavesOf()).toEqual(before)
  })

  test('imported it is a wave; read again nothing; undone it is gone', async () => {
    const before = await wavesOf()
    const { applied } = await read<{ applied: ResponseImportResult }>('import', ...as())
    expect(applied.counts).toMatchObject({ create: 4, skipped: 1 })
    expect(await wavesOf()).toContain('Pulse')
    const again = await read<ResponsePreview & { applied: ResponseImportResult }>('import', ...as())
    expect(again.importedBefore).not.toBeNull()
    expect(again.applied).toMatchObject({ runId: null, counts: { create: 0, unchanged: 4 } })
    done(await desk.run('undo', ...data))
    expect(await wavesOf()).toEqual(before)
  })

  test('tells in words what is kept out, and which files hold no responses', async () => {
    const report = done(await desk.run('import', ...as(), '--dry-run'))
    expect(report).toContain('Row 6, rapport: “7” was left out. 7 is not on the scale from 1 to 5.')
    expect(report).toContain('Row 8 is in no figure. Nobody of this wave has the code NOBODY.')
    expect(report).toContain('1 second response of one person is in no figure.')
    await writeFile(desk.file('names.csv'), qualtrics([]))
    const refused = await desk.run('import', desk.file('names.csv'), '--as', 'responses', ...data)
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('column names and no response') })
  })
})

describe('outcomes', () => {
  const outcomes = (audience: string, ending = 'xlsx') => {
    const out = desk.file(`${audience}.${ending}`)
    return desk.run('export', 'outcomes', ...data, '--audience', audience, '--out', out)
  }
  type Look = Record<string, { titles: string | null; texts: string[]; charts: number }>
  const script = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
    sheet.title: {
        'titles': sheet.print_title_rows,
        'texts': [str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None],
        'charts': len(sheet._charts),
    }
    for sheet in book
}))`
  const look = (file: string): Look => askOpenpyxl(script, [desk.file(file)]) as Look

  test('evaluate hides the mean of everybody it hides in the workbook', async () => {
    const { results } = await read<Evaluation>('evaluate', ...data, '--audience', 'dean')
    const hidden = results.flatMap(({ cells }) => cells.filter((cell) => cell.hidden !== null))
    expect(hidden.length).toBeGreaterThan(0)
    for (const cell of hidden) expect(cell.summary).toBeNull()
  })

  test('evaluate of a year leaves out what was held later', async () => {
    const waves = ({ overview, results }: Evaluation) => ({
      overview: overview.waves.map(({ name }) => name),
      results: results.flatMap(({ waves: held }) => held.map(({ opensOn }) => opensOn)),
    })
    const all = waves(await read<Evaluation>('evaluate', ...data))
    const past = waves(await read<Evaluation>('evaluate', ...data, '--year', '2025'))
    expect(past.overview.length).toBeLessThan(all.overview.length)
    expect(past.results).toEqual(all.results.filter((opensOn) => opensOn <= '2026-06-30'))
    expect(past.results.length).toBeLessThan(all.results.length)
  })

  test('the dean has a workbook with charts and what is hidden said, the learner neither coaches nor ratings', async () => {
    expect(done(await outcomes('dean'))).toContain('hidden')
    expect(done(await outcomes('learner'))).toContain('Wrote the outcomes')
    const [dean, learner] = [look('dean.xlsx'), look('learner.xlsx')]
    expect(Object.keys(learner)).toEqual(Object.keys(dean))
    expect(dean['Scores']!.charts).toBeGreaterThan(3)
    expect(dean['Groups']!.texts).toContain('hidden: few people')
    expect(dean['Groups']!.titles).toBe('$4:$4')
    expect(learner['Scores']!.charts).toBe(0)
    expect(learner['Coaches']!.texts).not.toContain('Each coach')
  })

  test('the brief is a document; a coach has none; other endings are refused', async () => {
    expect(done(await outcomes('dean', 'docx'))).toContain('dean.docx')
    expect((await outcomes('coach')).code).toBe(1)
    expect((await outcomes('dean', 'pdf')).code).toBe(1)
  })
})
