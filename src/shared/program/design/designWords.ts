import type { AnswerTo, Choices, Design, Question } from '#shared/program/design/design.ts'
import { assessmentWords } from '#shared/program/design/words/assessment.ts'
import { buyInWords } from '#shared/program/design/words/buyIn.ts'
import { developmentWords } from '#shared/program/design/words/development.ts'
import { day, type FieldWords, list, plain, type ItemWords, type WordsOf } from '#shared/program/design/words/field.ts'
import { goalsWords } from '#shared/program/design/words/goals.ts'
import { recruitmentWords } from '#shared/program/design/words/recruitment.ts'
import { staffingWords } from '#shared/program/design/words/staffing.ts'
import { stakeholdersWords } from '#shared/program/design/words/stakeholders.ts'
import { structureWords } from '#shared/program/design/words/structure.ts'
import type { Attachment, Decision, OpenPoint } from '#shared/program/design/answer.ts'

const choiceWords: { readonly [Q in Question]: WordsOf<Choices<Q>> } = {
  goals: goalsWords,
  stakeholders: stakeholdersWords,
  structure: structureWords,
  recruitment: recruitmentWords,
  staffing: staffingWords,
  buyIn: buyInWords,
  development: developmentWords,
  assessment: assessmentWords,
}

/** A field of an answer with what it holds, in words. */
export interface FieldInWords {
  readonly field: string
  readonly label: string
  readonly needed: boolean
  /** Empty where it is not decided. */
  readonly words: string
  /** Of a list. */
  readonly items: ItemWords[] | null
}

/** The choices of an answer in words, in the order they are asked. */
export function choicesInWords(design: Design, question: Question): FieldInWords[] {
  return inWords(choiceWords[question] as WordsOf<Record<string, unknown>>, design[question].choices)
}

/** Everything an answer holds, in words: its choices, then notes, decisions, open points and attachments. */
export function answerInWords({ question, answer }: AnswerTo): FieldInWords[] {
  const { choices, ...parts } = answer
  return [...inWords(choiceWords[question] as WordsOf<Record<string, unknown>>, choices), ...inWords(partWords, parts)]
}

const partWords: WordsOf<Omit<AnswerTo['answer'], 'choices'>> = {
  notes: { label: 'Notes', words: plain },
  decisions: list<Decision>(
    'Decision',
    ({ what }) => what,
    ({ by, on, why, rejected }) => [
      by,
      day(on),
      why,
      ...rejected.map((other) => `not taken: ${other.option}${other.why && `, ${other.why}`}`),
    ],
  ),
  openPoints: list<OpenPoint>(
    'Open point',
    ({ text }) => text,
    ({ owner, due, closedOn }) => [
      owner,
      due !== null && `due ${day(due)}`,
      closedOn !== null && `closed ${day(closedOn)}`,
    ],
  ),
  attachments: list<Attachment>(
    'Attachment',
    ({ title }) => title,
    ({ place }) => [place],
  ),
}

function inWords<C extends object>(words: WordsOf<C>, values: C): FieldInWords[] {
  return (Object.keys(words) as (keyof C & string)[]).map((field) => {
    const { label, needed, words: write, items }: FieldWords<C[typeof field]> = words[field]
    const value = values[field]
    return { field, label, needed: needed === true, words: write(value), items: items ? items(value) : null }
  })
}
