import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { accessLabels, audiences, dataClasses } from '#shared/program/design/audiences.ts'
import type { Design, Question } from '#shared/program/design/design.ts'
import { choicesInWords } from '#shared/program/design/designWords.ts'
import type { SettingName, Settings } from '#shared/program/design/settings.ts'
import { type Driven, drivenBy } from './driven.ts'

/** A setting as it stands on screen: what holds, where that was decided, and what obeys it. */
export interface SettingLine {
  readonly name: SettingName
  readonly label: string
  /** Empty where nothing was decided and nothing is usual. */
  readonly value: string
  readonly decided: boolean
  readonly question: Question
  readonly field: string
  readonly drives: Driven
}

/** All that a design sets in the rest of the app, in words. */
export function settingLines(design: Design, settings: Settings): SettingLine[] {
  return (Object.keys(drivenBy) as SettingName[]).map((name) => {
    const { decided, question, field } = settings[name]
    const { label, words } = fieldInWords(design, settings, name)
    return { name, label, value: words, decided, question, field, drives: drivenBy[name] }
  })
}

function fieldInWords(design: Design, settings: Settings, name: SettingName): { label: string; words: string } {
  const { question, field, value, decided } = settings[name]
  // The words of a default are those it would have if it were the answer.
  const answer = decided || value === null ? design : withChoice(design, question, field, value)
  const { label, words, items } = choicesInWords(answer, question).find((choice) => choice.field === field)!
  if (name === 'changeWindow') return { label: 'Changes of coach', words: windowInWords(settings.changeWindow.value) }
  if (name === 'modulesByRole')
    return { label, words: decided ? count(design.development.choices.modules.length, 'module') : '' }
  if (name === 'sharing') return { label, words: sharingInWords(settings.sharing.value) }
  // What an instrument or a panelist is stands in the answer; here it is enough which.
  if (items && name !== 'learnersPerCoachByLevel') return { label, words: items.map((item) => item.name).join(', ') }
  return { label, words }
}

function withChoice(design: Design, question: Question, field: string, value: unknown): Design {
  const answer = design[question]
  // Settings that are lists hold no ids, and have no default to be written.
  if (Array.isArray(value) || (typeof value === 'object' && field !== 'sharing')) return design
  return { ...design, [question]: { ...answer, choices: { ...answer.choices, [field]: value } } }
}

function windowInWords({ opensOn, closesOn }: { opensOn: PlainDate | null; closesOn: PlainDate | null }): string {
  return [opensOn && `from ${formatDate(opensOn)}`, closesOn && `until ${formatDate(closesOn)}`]
    .filter(Boolean)
    .join(' ')
}

/** "8 audiences, 12 views with names": how open it is, in a line. */
function sharingInWords(sharing: Settings['sharing']['value']): string {
  const named = audiences.flatMap((audience) =>
    dataClasses.filter((dataClass) => sharing[audience][dataClass] === 'named'),
  )
  return `${count(audiences.length, 'audience')}, ${accessLabels.named.toLowerCase()} in ${count(named.length, 'place')}`
}
