import type { Block, DocumentModel, TableBlock } from '#main/documents/documentModel.ts'
import type { BudgetSummary } from '#shared/budget/budgetSummary.ts'
import { formatDate, type Instant } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import {
  type Access,
  audienceLabels,
  audiences,
  dataClassLabels,
  dataClasses,
  type Sharing,
} from '#shared/program/design/audiences.ts'
import { type Design, type Question, questions } from '#shared/program/design/design.ts'
import { choicesInWords, type FieldInWords } from '#shared/program/design/designWords.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import { stakeholderRoleLabels } from '#shared/program/design/stakeholders.ts'
import { type DesignVersion, versionStateLabels } from '#shared/program/design/version.ts'
import { day, someOf } from '#shared/program/design/words/field.ts'
import { goalPath } from '#shared/program/design/words/goals.ts'
import type { Program } from '#shared/program/schema.ts'

export interface Charter {
  program: Program
  version: DesignVersion
  design: Design
  /** Null where the program has none. */
  budget: BudgetSummary | null
  audience: string
  actor: string
  now: Instant
  appVersion: string
}

/** The design of a program as a document for a committee to sign: eight answers, decisions, open points, signatures. */
export function charterDocument(charter: Charter): DocumentModel {
  const { program, version, design } = charter
  return {
    title: 'Charter of the coaching program',
    subtitle: [
      program.name,
      [program.institution, `academic year ${formatAcademicYear(program.year)}`].filter(Boolean).join(', '),
      standing(version),
    ],
    header: {
      left: program.name,
      right: `Charter, version ${version.number}${version.state === 'draft' ? ' (draft)' : ''}`,
    },
    footer: `For: ${charter.audience}. Printed ${formatDate(charter.now.slice(0, 10))} by ${charter.actor}.`,
    creator: `Coachdesk ${charter.appVersion}`,
    created: charter.now,
    blocks: [
      heading(1, 'At a glance'),
      { kind: 'facts', facts: glance(design) },
      ...questions.flatMap((question) => questionBlocks(design, question)),
      ...openPoints(design),
      ...budgetBlocks(charter.budget),
      heading(1, 'Signatures'),
      {
        kind: 'paragraph',
        text: `The undersigned have read version ${version.number} of this charter and agree to it.`,
      },
      { kind: 'signatures', roles: signatories(version) },
    ],
  }
}

/** What the program costs, year by year. */
function budgetBlocks(budget: BudgetSummary | null): Block[] {
  if (!budget) return []
  const { standing, years, rows } = budget
  const share = Math.floor(60 / years.length)
  return [
    heading(1, 'Budget'),
    { kind: 'paragraph', text: `${standing}.`, tone: 'quiet' },
    {
      kind: 'table',
      columns: [
        { header: 'In US dollars', percent: 100 - share * years.length },
        ...years.map((header) => ({ header, percent: share, isFigures: true })),
      ],
      rows: rows.map(({ label, values }) => [label, ...values]),
    },
  ]
}

function standing({ number, state, adoptedOn, adoptedBy }: DesignVersion): string {
  const label = `Version ${number}, ${versionStateLabels[state].toLowerCase()}`
  return adoptedOn === null
    ? `${label}, not adopted yet`
    : `${label}: in force from ${formatDate(adoptedOn)}, by ${adoptedBy}`
}

const glanceFields: readonly [Question, string][] = [
  ['structure', 'participation'],
  ['structure', 'learnersPerCoach'],
  ['structure', 'lengthMonths'],
  ['structure', 'meetingsPerTerm'],
  ['structure', 'pairingMethod'],
  ['structure', 'changePolicy'],
  ['recruitment', 'background'],
  ['staffing', 'payModel'],
  ['assessment', 'minimumRatings'],
]

function glance(design: Design): { label: string; value: string }[] {
  return glanceFields.map(([question, name]) => {
    const { label, words } = choicesInWords(design, question).find(({ field }) => field === name)!
    return { label, value: words }
  })
}

function questionBlocks(design: Design, question: Question): Block[] {
  const { number, title, ask } = questionTexts[question]
  const { notes, decisions, attachments } = design[question]
  return [
    heading(1, `${number}. ${title}`),
    { kind: 'paragraph', text: ask, tone: 'quiet' },
    ...choiceBlocks(design, question),
    ...(notes === '' ? [] : [heading(2, 'Notes'), { kind: 'paragraph', text: notes } as const]),
    ...(decisions.length === 0 ? [] : [heading(2, 'Decisions'), bulletsOf(decisions)]),
    ...(attachments.length === 0
      ? []
      : [heading(2, 'Documents'), factsOf(attachments.map(({ title: label, place }) => ({ label, words: place })))]),
  ]
}

/** Short choices together in a table, then text and lists, each under a heading of its own. */
function choiceBlocks(design: Design, question: Question): Block[] {
  const choices = choicesInWords(design, question).filter(({ needed, words }) => needed || words !== '')
  const ownHeading = ({ field, words, items }: FieldInWords): boolean =>
    words !== '' && (items !== null || proseFields.has(field))
  const facts = choices.filter((choice) => !ownHeading(choice))
  return [
    ...(facts.length > 0 ? [factsOf(facts)] : []),
    ...choices
      .filter(ownHeading)
      .flatMap(({ field, label, words, items }) => [
        heading(2, label),
        ...(items === null ? [prose(words)] : listBlocks(design, field, items)),
      ]),
  ]
}

/** Text that is written in sentences reads better as a paragraph than in a cell. */
const proseFields: ReadonlySet<string> = new Set([
  'problem',
  'coachDefinition',
  'changeNote',
  'qualities',
  'dataManagement',
  'materials',
  'pitch',
  'simulationNote',
  'accountability',
])

const prose = (text: string): Block => ({ kind: 'paragraph', text })

const factsOf = (fields: readonly { label: string; words: string }[]): Block => ({
  kind: 'facts',
  facts: fields.map(({ label, words }) => ({ label, value: words })),
})

function bulletsOf(decisions: Design['goals']['decisions']): Block {
  return {
    kind: 'bullets',
    items: decisions.map(({ what, by, on, why, rejected }) => ({
      text: what,
      details: [
        [by && `Decided by ${by}`, on && day(on)].filter(Boolean).join(', '),
        why,
        ...rejected.map((other) => `Not taken: ${other.option}${other.why && ` (${other.why})`}`),
      ].filter((line) => line !== ''),
    })),
  }
}

function listBlocks(design: Design, field: string, items: NonNullable<FieldInWords['items']>): Block[] {
  switch (field) {
    case 'goals':
      return [
        table(
          ['Goal', 'Measure', 'Target', 'By'],
          [34, 26, 25, 15],
          design.goals.choices.goals.map((goal) => [
            goal.statement,
            goal.measure || 'No measure yet',
            goalPath(goal),
            day(goal.due),
          ]),
        ),
      ]
    case 'stakeholders':
      return [
        table(
          ['Who', 'Role', 'Commitment'],
          [34, 30, 36],
          design.stakeholders.choices.stakeholders.map((person) => [
            [person.name, person.body].filter(Boolean).join(', '),
            someOf(stakeholderRoleLabels)(person.roles),
            person.commitment,
          ]),
        ),
      ]
    case 'sharing':
      return sharingBlocks(design.assessment.choices.sharing!)
    default:
      return [factsOf(items.map(({ name, words }) => ({ label: name, words: words || 'Listed' })))]
  }
}

/** Short enough for eight columns on a page. */
const accessWords: Record<Access, string> = { none: '–', aggregated: 'Groups', own: 'Own', named: 'Names' }

function sharingBlocks(sharing: Sharing): Block[] {
  return [
    prose(
      'Names: everything, with names. Own: only what is about themselves or their pairs. Groups: in aggregate, from the smallest group on. –: nothing.',
    ),
    {
      ...table(
        ['Audience', ...dataClasses.map((dataClass) => dataClassLabels[dataClass])],
        [17, 10, 17, 12, 11, 11, 12, 10],
        audiences.map((audience) => [
          audienceLabels[audience],
          ...dataClasses.map((dataClass) => accessWords[sharing[audience][dataClass]]),
        ]),
      ),
      isDense: true,
    },
  ]
}

function openPoints(design: Design): Block[] {
  const open = questions.flatMap((question) =>
    design[question].openPoints
      .filter(({ closedOn }) => closedOn === null)
      .map(({ text, owner, due }) => [String(questionTexts[question].number), text, owner, day(due)]),
  )
  if (open.length === 0) return []
  return [heading(1, 'Open points'), table(['No.', 'What is open', 'Owner', 'Due'], [8, 52, 24, 16], open)]
}

const signatories = ({ adoptedBy }: DesignVersion): string[] => [
  'Program director',
  'Dean for medical education or designated institutional official',
  adoptedBy === '' ? 'Chair of the program committee' : `For ${adoptedBy}`,
]

const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text })

const table = (headers: string[], percents: number[], rows: string[][]): TableBlock => ({
  kind: 'table',
  columns: headers.map((header, index) => ({ header, percent: percents[index]! })),
  rows,
})
