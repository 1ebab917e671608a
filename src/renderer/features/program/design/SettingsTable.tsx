import './designTable.css'
import './settings.css'
import { Link } from '@tanstack/react-router'
import { questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import { DrivenLink } from './DrivenLink.tsx'
import type { SettingLine } from './settingLines.ts'

interface Props {
  programId: string
  lines: readonly SettingLine[]
}

/** What the design sets in the rest of the app, by the question that decides it. */
export function SettingsTable({ programId, lines }: Props) {
  return (
    <table className="cd-table cd-design-table cd-settings">
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">What holds</th>
          <th scope="col">Drives</th>
        </tr>
      </thead>
      {questions
        .map((question) => ({ question, own: lines.filter((line) => line.question === question) }))
        .filter(({ own }) => own.length > 0)
        .map(({ question, own }) => (
          <tbody key={question}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {`Decided in question ${questionTexts[question].number}, ${questionTexts[question].title.toLowerCase()}`}
              </th>
            </tr>
            {own.map((line) => (
              <tr key={line.name}>
                <th scope="row">
                  <SettingLink programId={programId} line={line} />
                </th>
                <td>
                  <SettingValue line={line} />
                </td>
                <td>
                  <DrivenLink programId={programId} driven={line.drives} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  )
}

interface SettingLinkProps {
  programId: string
  line: SettingLine
}

/** The name of a setting, leading to the field that decides it. */
export function SettingLink({ programId, line: { label, question, field } }: SettingLinkProps) {
  return (
    <Link
      to="/programs/$programId/design/$question"
      params={{ programId, question }}
      search={{ field: `choices.${field}` }}
    >
      {label}
    </Link>
  )
}

export function SettingValue({ line: { value, decided } }: { line: SettingLine }) {
  if (value === '') return <span className="cd-quiet">not decided</span>
  if (decided) return value
  return (
    <>
      {value}
      <span className="cd-quiet"> (usual; not decided)</span>
    </>
  )
}
