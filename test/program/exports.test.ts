import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '#test/cli/support/coachdesk.ts'
import { askOpenpyxl } from '#test/support/otherOffice.ts'

const residency = ['--program', 'Internal medicine residency']

let desk: Desk
let data: string[]

beforeAll(async () => {
  desk = await openDesk()
  data = ['--data', desk.file('sample.coachdesk')]
  await desk.run('new', desk.file('sample.coachdesk'), '--sample')
}, 60_000)
afterAll(() => desk.close())

async function exported(name: string): Promise<string> {
  const made = await desk.run('design', 'export', ...data, ...residency, '--audience', 'Dean', '--out', desk.file(name))
  expect(made).toMatchObject({ code: 0, stderr: '' })
  return desk.file(name)
}

/** Opens a .docx as Python's own zip and XML readers do; a part that is not well-formed throws there. */
const readDocument = `
import json, sys, zipfile, xml.etree.ElementTree as tree
w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
parts = {}
with zipfile.ZipFile(sys.argv[1]) as package:
    assert package.testzip() is None
    for name in package.namelist():
        if name.endswith(('.xml', '.rels')):
            parts[name] = tree.fromstring(package.read(name))
text = lambda node: ''.join(t.text or '' for t in node.iter(w + 't'))
body = parts['word/document.xml']
style = lambda p: next((s.get(w + 'val') for s in p.iter(w + 'pStyle')), '')
paragraphs = [(style(p), text(p)) for p in body.iter(w + 'p')]
page = next(body.iter(w + 'pgSz'))
print(json.dumps({
    'headings': [t for s, t in paragraphs if s == 'Heading1'],
    'text': '\\n'.join(t for s, t in paragraphs),
    'page': [page.get(w + 'w'), page.get(w + 'h')],
    'header': ' '.join(text(root) for name, root in parts.items() if name.startswith('word/header')),
    'footer': ' '.join(text(root) for name, root in parts.items() if name.startswith('word/footer')),
    'fields': [i.text for name, root in parts.items() if name.startswith('word/footer') for i in root.iter(w + 'instrText')],
}))
`

interface Read {
  headings: string[]
  text: string
  page: string[]
  header: string
  footer: string
  fields: string[]
}

test('the charter has the eight answers, what is open, and lines to sign, on letter paper', async () => {
  const read = askOpenpyxl(readDocument, [await exported('charter.docx')]) as Read
  expect(read.headings).toEqual([
    'At a glance',
    '1. Goals and outcomes',
    '2. Key stakeholders',
    '3. Structure',
    '4. Coach skills and recruitment',
    '5. Staffing and resources',
    '6. Learner buy-in',
    '7. Coach development',
    '8. Assessment and evaluation',
    'Open points',
    'Budget',
    'Signatures',
  ])
  expect(read.page).toEqual(['12240', '15840'])
  expect(read.header).toContain('version 2')
  expect(read.footer).toContain('For: Dean.')
  expect(read.fields).toEqual(['PAGE', 'NUMPAGES'])
  for (const said of [
    'Raise from 71 % to 85 %',
    '1:3',
    'Who pays for training and analyst after June 2027',
    'No measure yet',
    'FY27 to FY28 request, a draft.',
    'Cost for each learner',
  ])
    expect(read.text).toContain(said)
  // A charter goes to the people in it: what the office thinks of them stays in the office.
  expect(read.text).not.toContain('Champion')
  expect(read.text).not.toContain('two thirds of the divisions')
})

test('the decisions are one to a row, with dates that Excel knows as dates', async () => {
  const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
rows = list(book['Decisions'].iter_rows(values_only=True))
print(json.dumps({'sheets': book.sheetnames, 'rows': [[str(c) if c is not None else None for c in r] for r in rows],
    'answers': [[str(c) for c in r] for r in book['Answers'].iter_rows(values_only=True)]}))
`
  const { sheets, rows, answers } = askOpenpyxl(script, [await exported('decisions.xlsx')]) as {
    sheets: string[]
    rows: string[][]
    answers: string[][]
  }
  expect(sheets).toEqual(['Decisions', 'Answers', 'Open points', 'About this workbook'])
  expect(rows[0]).toEqual(['Question', 'Decision', 'Decided by', 'Decided on', 'Why', 'Options not taken'])
  expect(rows).toHaveLength(6)
  expect(JSON.stringify(answers)).toContain('Chair of medicine')
  expect(JSON.stringify(answers)).not.toContain('Champion')
  expect(rows[1]!.slice(0, 4)).toEqual([
    '1. Goals and outcomes',
    'The program is for growth, not for remediation',
    'Residency education committee',
    '2025-04-17 00:00:00',
  ])
})

test('the calendar has the tasks that are left, each under a name of its own', async () => {
  const text = await readFile(await exported('year.ics'), 'utf8')
  const uids = [...text.matchAll(/^UID:(.+)\r$/gm)].map(([, uid]) => uid)
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
  expect(new Set(uids).size).toBe(uids.length)
  expect(text).toContain('SUMMARY:Pair the learners of next year (Internal medicine residency)')
  expect(text).not.toContain('SUMMARY:Hold the orientation')
})

test('exports are in the log, with their audience', async () => {
  await exported('again.docx')
  const { document } = await desk.json('call', 'workspace.listExports', ...data, '--input', '{}')
  expect(JSON.stringify(document)).toContain('"audience":"Dean"')
})

test('the sample is adopted, revised and ready', async () => {
  const shown = await desk.json('design', 'show', ...data, ...residency)
  expect(shown.document).toMatchObject({
    program: 'Internal medicine residency',
    version: { number: 2, state: 'adopted' },
    settings: { learnersPerCoach: { value: 3, decided: true, question: 'structure' } },
  })
  for (const program of [residency, []]) {
    const { document } = await desk.json('design', 'check', ...data, ...program)
    expect(document).toMatchObject({ answered: 8 })
  }
})

test('the sample is paired from a day on, a few learners waiting and one coach over capacity', async () => {
  const listed = async (procedure: string): Promise<Record<string, unknown>[]> => {
    const { document } = await desk.json('programs', ...data)
    const [school] = (document as { programs: { id: string }[] }).programs
    const input = JSON.stringify({ programId: school!.id, asOf: '2026-09-01' })
    const called = await desk.json('call', procedure, ...data, '--input', input)
    return called.document as Record<string, unknown>[]
  }
  const pairings = await listed('roster.listPairings')
  expect(new Set(pairings.map(({ fromOn }) => fromOn))).toEqual(new Set(['2026-08-06']))
  const waiting = (await listed('roster.listLearners')).filter(({ coachId }) => coachId === null)
  expect(waiting.length + pairings.length).toBe(240)
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting.length).toBeLessThan(10)
  const coaches = await listed('roster.listCoaches')
  expect(coaches.filter(({ load, capacity }) => Number(load) > Number(capacity))).toHaveLength(1)
})

test('another kind of file is refused before anything is read', async () => {
  const out = ['--out', desk.file('charter.odt')]
  const { code, stderr } = await desk.run('design', 'export', ...data, ...out)
  expect(code).toBe(1)
  expect(stderr).toContain('.docx, .xlsx or .ics')
})
