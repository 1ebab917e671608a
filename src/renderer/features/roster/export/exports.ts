import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { OnScreen } from './onScreen.ts'

export const exportIds = ['screen', 'workbook', 'mailMerge', 'elentra', 'changes'] as const
export type ExportId = (typeof exportIds)[number]

export type ExportJob =
  | 'roster.exportWorkbook'
  | 'roster.exportMailMerge'
  | 'roster.exportElentra'
  | 'roster.exportChanges'

interface ExportFacts {
  job: ExportJob
  /** In the menu. */
  label: string
  title: string
  /** On the button. */
  verb: string
}

export const exportFacts: Record<ExportId, ExportFacts> = {
  screen: {
    job: 'roster.exportWorkbook',
    label: 'Workbook of what is on screen…',
    title: 'Export what is on screen',
    verb: 'Export workbook',
  },
  workbook: {
    job: 'roster.exportWorkbook',
    label: 'Workbook of the whole roster…',
    title: 'Export the whole roster',
    verb: 'Export workbook',
  },
  mailMerge: {
    job: 'roster.exportMailMerge',
    label: 'Mail merge (.csv)…',
    title: 'Export for a mail merge',
    verb: 'Export mail merge',
  },
  elentra: {
    job: 'roster.exportElentra',
    label: 'Elentra users (.csv)…',
    title: 'Export users for Elentra',
    verb: 'Export Elentra users',
  },
  changes: {
    job: 'roster.exportChanges',
    label: 'Changes between two dates…',
    title: 'Export changes between two dates',
    verb: 'Export changes',
  },
}

/** What an export holds and who is not in it, before it is made. */
export function exportSentence(id: ExportId, program: Program, asOf: PlainDate | undefined, screen: OnScreen): string {
  const then = asOf === undefined ? '' : `, as they stood on ${formatDate(asOf)}`
  const { name, learners, coaches } = program
  switch (id) {
    case 'screen':
      return `${onScreenWords(program, asOf, screen)}, with the columns shown${then}.`
    case 'workbook':
      return `All learners, coaches and staff of ${name}${then}, as an Excel workbook. Filters and views leave nobody out.`
    case 'mailMerge':
      return `A row per learner and coach who are paired${then}: names, e-mails and site. Learners without a coach are not in it, and are named afterwards.`
    case 'elentra':
      return `The learners of ${name} who have not left${then}, in the columns that Elentra imports users from. Who cannot be in it is named afterwards.`
    case 'changes':
      return `Who joined or left, and whose status, level or coach changed, among ${count(learners, 'learner')} and ${count(coaches, 'coach', 'coaches')} and those who left.`
  }
}

/** What was saved: the file, and how many are in it where the whole roster is. */
export function savedSentence(id: ExportId, file: string, program: Program, asOf: PlainDate | undefined): string {
  if (asOf !== undefined) return `${file} saved, as of ${formatDate(asOf)}`
  if (id !== 'workbook') return `${file} saved`
  return `${file} saved with ${count(program.learners, 'learner')} and ${count(program.coaches, 'coach', 'coaches')}`
}

/** "38 of 240 learners"; "All 240 learners"; of another day, how many there were is not known here. */
function onScreenWords(program: Program, asOf: PlainDate | undefined, { kind, ids }: OnScreen): string {
  if (kind === 'staff') return count(ids.length, 'staff role')
  const shown = kind === 'learners' ? count(ids.length, 'learner') : count(ids.length, 'coach', 'coaches')
  const filtered = asOf === undefined && ids.length < program[kind]
  return filtered ? `${ids.length.toLocaleString('en-US')} of ${program[kind].toLocaleString('en-US')} ${kind}` : shown
}
