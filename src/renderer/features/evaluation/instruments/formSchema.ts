import * as z from 'zod'
import { instrumentProblems } from '#shared/evaluation/instrumentProblems.ts'
import { abouts, type Instrument, instrumentClasses, instrumentSchema } from '#shared/evaluation/instrumentSchema.ts'
import type { ProblemDetail } from '#shared/kernel/problem.ts'
import { foldText } from '#shared/kernel/text.ts'
import { respondents } from '#shared/program/design/assessment.ts'
import {
  type InstrumentDraft,
  type ItemDraft,
  readFigure,
  type ResponseScaleDraft,
  type SubscaleDraft,
} from './draft.ts'
import { instrumentFrom } from './fromDraft.ts'

// It is not asked about in the form, and is right where it comes from.
const frame = {
  key: 'draft',
  version: 1,
  licence: { kind: 'public', holder: '', terms: '', source: '', administrationsLeft: null, expiresOn: null },
} as const

/** The form of an instrument; `taken` are the names that others have. */
export function instrumentForm(taken: readonly string[]) {
  return z
    .object({
      name: z.string(),
      respondents: z.enum(respondents),
      about: z.enum(abouts),
      dataClass: z.enum(instrumentClasses),
      items: z.custom<ItemDraft[]>(),
      scales: z.custom<ResponseScaleDraft[]>(),
      subscales: z.custom<SubscaleDraft[]>(),
      monitoringDuty: z.string(),
      notes: z.string(),
    })
    .superRefine((draft, issues) => {
      for (const { path, message } of draftProblems(draft, taken))
        issues.addIssue({ code: 'custom', path: path.split('.'), message })
    })
}

/** What is wrong with a draft, by the paths of its fields; the first of a path is the one to say. */
export function draftProblems(draft: InstrumentDraft, taken: readonly string[]): ProblemDetail[] {
  const unread = [...nameProblems(draft.name, taken), ...figureProblems(draft), ...scaleProblems(draft)]
  // Where the ends of a scale are not known, nothing can be said of what is measured by it.
  if (unread.some(({ path }) => path.startsWith('scales.'))) return unread
  const instrument: Instrument = { ...frame, ...instrumentFrom(draft) }
  const issues = instrumentSchema.safeParse(instrument).error?.issues ?? []
  const found = [
    ...unread,
    // Before the schema, because they name the field where the schema names the list.
    ...instrumentProblems(instrument),
    // A wrong type is a figure that cannot be read, which is said already.
    ...issues.flatMap(({ code, path, message }) =>
      code === 'invalid_type' ? [] : [{ path: fieldPath(path.map(String)), message }],
    ),
  ]
  const named = found.filter(({ path }, at) => found.findIndex((other) => other.path === path) === at)
  return named.some(({ path }) => path.endsWith('.key')) ? named.filter(({ path }) => path !== 'items') : named
}

/** Lists that are typed one to a line are one field. */
const fieldPath = (path: readonly string[]): string => {
  const [list, , field] = path
  if (list === 'items' && field === 'aliases') return path.slice(0, 3).join('.')
  if (list === 'subscales' && field === 'missing') return [...path.slice(0, 2), 'answered'].join('.')
  return list === 'notes' ? 'notes' : path.join('.')
}

function nameProblems(name: string, taken: readonly string[]): ProblemDetail[] {
  const same = taken.find((other) => foldText(other.trim()) === foldText(name.trim()))
  return same ? [{ path: 'name', message: `There is an instrument ${same}. Give another name.` }] : []
}

function figureProblems({ items, scales, subscales }: InstrumentDraft): ProblemDetail[] {
  const figures = [
    ...items.map(({ favourableAt }, at) => ({ path: `items.${at}.favourable`, text: favourableAt, isOptional: true })),
    ...scales.flatMap(({ steps }, at) =>
      steps.map(({ value }, step) => ({ path: `scales.${at}.steps.${step}.value`, text: value, isOptional: false })),
    ),
    ...subscales.flatMap(({ cuts, answeredPercent, weights, method }, at) => [
      { path: `subscales.${at}.answered`, text: answeredPercent, isOptional: false },
      ...(method === 'gas' ? Object.entries(weights) : []).map(([item, text]) => ({
        path: `subscales.${at}.weights.${item}`,
        text,
        isOptional: true,
      })),
      ...cuts.map((cut, index) => ({ path: `subscales.${at}.cuts.${index}.at`, text: cut.at, isOptional: false })),
    ]),
  ]
  return figures.flatMap(({ path, text, isOptional }) => {
    const typed = text.trim()
    if (typed === '') return isOptional ? [] : [{ path, message: 'Enter a number.' }]
    const figure = readFigure(typed)
    if (Number.isNaN(figure)) return [{ path, message: `“${typed}” is not a number. Enter one such as 4 or 1.5.` }]
    if (path.endsWith('.answered') && (figure < 0 || figure > 100)) return [{ path, message: 'Enter 0 to 100.' }]
    if (path.includes('.weights.') && !(figure > 0 && figure <= 100))
      return [{ path, message: 'Enter more than 0, to 100.' }]
    return []
  })
}

function scaleProblems({ scales }: InstrumentDraft): ProblemDetail[] {
  return scales.flatMap(({ kind, steps }, at) => {
    const found = (step: number, field: string, message: string) => ({
      path: `scales.${at}.steps.${step}.${field}`,
      message,
    })
    if (steps.length < 2) return [{ path: `scales.${at}`, message: 'One answer is no choice. Add another.' }]
    const values = steps.map(({ value }) => readFigure(value))
    // That is said already, and nothing can be said of the others beside it.
    if (values.some((value) => Number.isNaN(value))) return []
    const problems = values.flatMap((value, step) =>
      values.indexOf(value) < step ? [found(step, 'value', 'Another answer has this figure. Give each its own.')] : [],
    )
    const named = steps.filter(({ label }) => label.trim() !== '').length
    if (kind === 'number' && values[0]! >= values[1]!)
      problems.push(found(1, 'value', 'The numbers end where they begin. Enter a larger end.'))
    if (named > 2)
      steps.forEach(({ label }, step) => {
        if (label.trim() === '') problems.push(found(step, 'label', 'Name this answer too, or only the two ends.'))
      })
    else if (kind !== 'number' && values.some((value) => !Number.isInteger(value)))
      problems.push(found(0, 'label', 'Name each answer, or give them whole figures.'))
    return problems
  })
}
