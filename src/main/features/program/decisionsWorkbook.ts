import type { Charter } from '#main/features/program/charter.ts'
import type { RowModel, WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { questions } from '#shared/program/design/design.ts'
import { choicesInWords } from '#shared/program/design/designWords.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import { versionStateLabels } from '#shared/program/design/version.ts'

/** The design as a workbook: decisions, what each answer chose, and what is open, one to a row. */
export function decisionsWorkbook(charter: Charter): WorkbookModel {
  const { program, version, design } = charter
  const title = `${program.name}, design version ${version.number}`
  const question = { header: 'Question', key: 'question', type: 'text', width: 28 } as const
  const rowsOf = (rows: (name: (typeof questions)[number]) => RowModel[]): RowModel[] =>
    questions.flatMap((name) =>
      rows(name).map((row) => ({ question: `${questionTexts[name].number}. ${questionTexts[name].title}`, ...row })),
    )
  return {
    title: `Design: ${title}`,
    creator: `Coachdesk ${charter.appVersion}`,
    created: charter.now,
    sheets: [
      {
        kind: 'table',
        name: 'Decisions',
        title: `Decisions: ${title}`,
        columns: [
          question,
          { header: 'Decision', key: 'what', type: 'text' },
          { header: 'Decided by', key: 'by', type: 'text' },
          { header: 'Decided on', key: 'on', type: 'date' },
          { header: 'Why', key: 'why', type: 'text' },
          { header: 'Options not taken', key: 'rejected', type: 'text' },
        ],
        rows: rowsOf((name) =>
          design[name].decisions.map(({ what, by, on, why, rejected }) => ({
            what,
            by,
            on,
            why,
            rejected: rejected.map((other) => `${other.option}${other.why && `: ${other.why}`}`).join('; '),
          })),
        ),
      },
      {
        kind: 'table',
        name: 'Answers',
        title: `Answers: ${title}`,
        columns: [
          question,
          { header: 'Choice', key: 'label', type: 'text' },
          { header: 'Answer', key: 'answer', type: 'text' },
        ],
        rows: rowsOf((name) =>
          choicesInWords(design, name).map(({ label, words }) => ({ label, answer: words || 'Not decided' })),
        ),
      },
      {
        kind: 'table',
        name: 'Open points',
        title: `Open points: ${title}`,
        columns: [
          question,
          { header: 'What is open', key: 'text', type: 'text' },
          { header: 'Owner', key: 'owner', type: 'text' },
          { header: 'Due', key: 'due', type: 'date' },
          { header: 'Closed on', key: 'closedOn', type: 'date' },
        ],
        rows: rowsOf((name) =>
          design[name].openPoints.map(({ text, owner, due, closedOn }) => ({ text, owner, due, closedOn })),
        ),
      },
      {
        kind: 'facts',
        name: 'About this workbook',
        title: 'About this workbook',
        facts: [
          { label: 'Program', value: program.name },
          { label: 'Academic year', value: formatAcademicYear(program.year) },
          { label: 'Version', value: `${version.number}, ${versionStateLabels[version.state].toLowerCase()}` },
          ...(version.adoptedOn === null
            ? []
            : [{ label: 'Adopted', value: `${formatDate(version.adoptedOn)}, by ${version.adoptedBy}` }]),
          { label: 'Audience', value: charter.audience },
          { label: 'Exported by', value: charter.actor },
          { label: 'Made with', value: `Coachdesk ${charter.appVersion}` },
        ],
      },
    ],
  }
}
