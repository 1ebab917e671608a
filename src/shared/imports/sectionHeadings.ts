import { tidyText } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { findPlace, type TargetProgram } from '#shared/imports/places.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { levelIn } from '#shared/imports/sheetLevel.ts'
import type { RowValues } from '#shared/imports/values.ts'

/** What of a program headings are read by. */
export type HeadingProgram = Pick<TargetProgram, 'kind' | 'year' | 'cohorts' | 'sites'>

/** A row that says who follows: "MS2 students" over the rows of the second year. */
export interface SectionHeading {
  /** As in the file, from 1. */
  row: number
  text: string
  /** What it says of everybody below; empty where it names nothing that is known. */
  says: RowValues
}

/** What a heading says of the rows below it, by the kinds of thing it can say. */
export type Subject = 'level' | 'site'

export const subjectOf = (key: string): Subject => (key === 'site' ? 'site' : 'level')

const groupWords = /\b(?:students?|residents?|fellows?|learners?|trainees?|interns?|coaches|faculty|advisors?)\b/i
const placeWords = /\b(?:campus|hospital|site|clinic|medical center|health system)\b/i
const sectionWords = /\b(?:class|section|group|cohort|team|track|year|level|program|division|department|roster)\b/i

/** It reads as the name of a group and not of a person: no comma, and a word that groups go by. */
export const looksLikeHeading = (text: string): boolean =>
  !text.includes(',') && [groupWords, placeWords, sectionWords].some((words) => words.test(text))

/**
 * What a heading says: "Class of 2027 (48)", "PGY-2 residents", "North campus", "MS2 - Main campus". Only levels, and the
 * cohorts and sites of the program; a program without sites gets those that call themselves one. Null where it says nothing.
 */
export function readHeading(text: string, kind: PeopleKind, program: HeadingProgram): RowValues | null {
  const says: RowValues = {}
  for (const part of [text, ...text.split(/ [-–—|/] |[(),:;]/)].map(tidyText)) {
    if (!/\p{L}/u.test(part)) continue
    const level = kind === 'learners' ? levelIn(part, program) : null
    const cohort = kind === 'learners' ? findPlace(program.cohorts, part) : null
    const site = siteIn(part, program)
    // The whole first, then its parts: what was found first stands.
    if (level && says.level === undefined && says.classYear === undefined) Object.assign(says, { ...level, ...says })
    if (cohort && !level) says.cohort ??= cohort
    if (site) says.site ??= site
  }
  return Object.keys(says).length === 0 ? null : says
}

function siteIn(part: string, { sites }: HeadingProgram): string | null {
  const bare = tidyText(part.replace(new RegExp(groupWords, 'gi'), ''))
  if (sites.length > 0) return findPlace(sites, part) ?? findPlace(sites, bare)
  const whole = /^[\p{L} .'’-]+ (?:campus|hospital|clinic|medical center)$/iu
  return whole.test(bare) && bare.split(' ').length <= 5 ? bare : null
}

/**
 * What holds for the rows below the headings so far. A heading right below another is within it; one that comes after rows
 * replaces what said the same kind of thing, with all that was within it.
 */
export class OpenSections {
  #open: { subjects: Set<Subject>; heading: SectionHeading }[] = []
  #rowsSince = false

  enter(heading: SectionHeading): void {
    const said = new Set(Object.keys(heading.says).map(subjectOf))
    const same = this.#open.findIndex((outer) => [...outer.subjects].some((subject) => said.has(subject)))
    if (same >= 0) this.#open.length = same
    else if (this.#rowsSince || said.size === 0) this.#open = []
    if (said.size > 0) this.#open.push({ subjects: said, heading })
    this.#rowsSince = false
  }

  /** The headings that hold for a row that follows. */
  read(): SectionHeading[] {
    this.#rowsSince = true
    return this.#open.map(({ heading }) => heading)
  }
}

/** Says which headings gave which rows something. */
export function headingsNote(
  sheet: string,
  used: ReadonlyMap<SectionHeading, readonly number[]>,
): ImportPreview['notes'] {
  if (used.size === 0) return []
  const each = [...used].map(
    ([{ row, text, says }, rows]) => `row ${row} (${text}): ${rowRanges(rows)} as ${inWords(says)}`,
  )
  const message = `Sheet ${sheet}: headings between the rows say what no column does, and were taken for the rows below them. By ${each.join('; ')}.`
  return [{ code: 'valuesFromHeadings', message }]
}

function inWords({ level, classYear, cohort, site }: RowValues): string {
  const who = level ?? (classYear === undefined ? cohort : `Class of ${classYear}`)
  return [who, site].filter((part) => part !== undefined).join(', ')
}

/** "row 3", "rows 3–5, 8". */
function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const row of rows) {
    const last = ranges.at(-1)
    if (last && row === last[1] + 1) last[1] = row
    else ranges.push([row, row])
  }
  const told = ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
  return rows.length === 1 ? `row ${told}` : `rows ${told}`
}
