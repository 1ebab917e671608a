import { Link } from '@tanstack/react-router'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { SettingLine } from './settingLines.ts'

interface Props {
  programId: string
  lines: readonly SettingLine[]
  /** The page of a question leaves out which question it is. */
  hasQuestion?: boolean
}

/** What the design sets in the rest of the app, each line with the way to where it is decided. */
export function SettingsTable({ programId, lines, hasQuestion = true }: Props) {
  return (
    <table className="cd-settings">
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">What holds</th>
          {hasQuestion && <th scope="col">Decided in</th>}
          <th scope="col">Drives</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, label, value, decided, question, field, drives }) => {
          const { number, title } = questionTexts[question]
          return (
            <tr key={name}>
              <th scope="row">
                {hasQuestion ? (
                  label
                ) : (
                  <Link
                    to="/programs/$programId/design/$question"
                    params={{ programId, question }}
                    search={{ field: `choices.${field}` }}
                  >
                    {label}
                  </Link>
                )}
              </th>
              <td>
                {value === '' ? <span className="cd-quiet">Not decided</span> : value}
                {value !== '' && !decided && <span className="cd-quiet"> (usual; not decided)</span>}
              </td>
              {hasQuestion && (
                <td>
                  <Link
                    to="/programs/$programId/design/$question"
                    params={{ programId, question }}
                    search={{ field: `choices.${field}` }}
                  >
                    {`${number} ${title}`}
                  </Link>
                </td>
              )}
              <td>{drives}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
