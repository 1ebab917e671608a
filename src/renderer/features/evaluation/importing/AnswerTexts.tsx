import { Select } from '#renderer/ui/form/Select.tsx'
import type { InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'
import { count } from '#shared/kernel/text.ts'
import { Part } from '../Part.tsx'
import { type AnswerText, stepsOf } from './answerTexts.ts'

const leftOut = 'none'

interface Props {
  texts: readonly AnswerText[]
  onRead: (text: AnswerText, value: number | null) => void
}

/** Which answers of the file were read as which figure; each can be read otherwise. */
export function AnswerTexts({ texts, onRead }: Props) {
  if (texts.length === 0) return <p className="cd-quiet">Each answer of the file is a figure on its scale.</p>
  return (
    <Part label="Answers as figures">
      <table className="cd-table cd-evaluation-table">
        <caption className="cd-visually-hidden">Answers of the file and their figures</caption>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Read as</th>
            <th scope="col">Why</th>
            <th scope="col">Item</th>
          </tr>
        </thead>
        <tbody>
          {texts.map((text) => (
            <tr key={`${text.text} ${text.items[0]?.key}`}>
              <th scope="row">{text.text}</th>
              <td>
                <Meaning text={text} onRead={(value) => onRead(text, value)} />
              </td>
              <td className="cd-quiet">{text.reason}</td>
              <td>{itemWords(text.items)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Meaning({
  text: { text, items, value },
  onRead,
}: {
  text: AnswerText
  onRead: (value: number | null) => void
}) {
  const steps = stepsOf(items[0]!)
  if (steps.length === 0) return value ?? <span className="cd-quiet">Left out</span>
  return (
    <Select
      label={`Read “${text}” as`}
      isLabelHidden
      choices={[
        ...steps.map((step) => ({ id: String(step.value), label: `${step.value} ${step.label}`.trim() })),
        { id: leftOut, label: 'Left out' },
      ]}
      value={value === null ? leftOut : String(value)}
      onChange={(id) => onRead(id === leftOut ? null : Number(id))}
    />
  )
}

/** The item itself, or how many there are. */
const itemWords = (items: readonly InstrumentItem[]): string =>
  items.length === 1 ? items[0]!.text || items[0]!.key : count(items.length, 'item')
