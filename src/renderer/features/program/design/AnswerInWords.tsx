import './answerInWords.css'
import './sharing.css'
import { audienceLabels, audiences, dataClasses, dataClassLabels } from '#shared/program/design/audiences.ts'
import type { Sharing } from '#shared/program/design/audiences.ts'
import type { Design, Question } from '#shared/program/design/design.ts'
import { answerInWords, type FieldInWords } from '#shared/program/design/designWords.ts'
import { accessInCell } from './sharing.ts'
import { answerTo } from '#shared/program/design/compare.ts'

interface Props {
  design: Design
  question: Question
  /** Leaves out what is not decided and not needed. */
  isShort?: boolean
}

/** An answer to be read: its choices, notes, decisions, open points and documents. */
export function AnswerInWords({ design, question, isShort = false }: Props) {
  const fields = answerInWords(answerTo(design, question)).filter(
    ({ words, needed, items }) => !isShort || needed || words !== '' || (items?.length ?? 0) > 0,
  )
  return (
    <dl className="cd-answer">
      {fields.map((field) => (
        <div key={field.field} data-field={field.field} {...(field.field === 'sharing' && { 'data-wide': true })}>
          <dt>{field.label}</dt>
          <dd>
            <FieldValue field={field} sharing={question === 'assessment' ? design.assessment.choices.sharing : null} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FieldValue({ field, sharing }: { field: FieldInWords; sharing: Sharing | null }) {
  if (field.words === '')
    return <span className="cd-quiet">{field.field in empty ? empty[field.field] : 'Not decided'}</span>
  if (field.field === 'sharing' && sharing) return <SharingInWords sharing={sharing} />
  if (!field.items) return <p className="cd-answer-text">{field.words}</p>
  return (
    <ul>
      {field.items.map(({ id, name, words }) => (
        <li key={id}>
          <b>{name}</b>
          {words !== '' && <span>{words}</span>}
        </li>
      ))}
    </ul>
  )
}

const empty: Record<string, string> = {
  notes: 'None',
  decisions: 'None on record',
  openPoints: 'None',
  attachments: 'None',
}

function SharingInWords({ sharing }: { sharing: Sharing }) {
  return (
    <div className="cd-scroll-x">
      <table className="cd-sharing-words">
        <thead>
          <tr>
            <th scope="col">Audience</th>
            {dataClasses.map((dataClass) => (
              <th key={dataClass} scope="col">
                {dataClassLabels[dataClass]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {audiences.map((audience) => (
            <tr key={audience}>
              <th scope="row">{audienceLabels[audience]}</th>
              {dataClasses.map((dataClass) => (
                <td key={dataClass} data-access={sharing[audience][dataClass]}>
                  {accessInCell(sharing[audience][dataClass])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
