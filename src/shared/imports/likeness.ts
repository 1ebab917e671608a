import { foldText, tidyText } from '#shared/kernel/text.ts'
import { areNicknames } from '#shared/imports/nicknames.ts'
import { jaroWinkler } from '#shared/imports/similarity.ts'
import type { RowValues } from '#shared/imports/values.ts'

/** Why two may be one person, and how sure that is, from 0 to 1. */
export interface Likeness {
  reason: string
  score: number
}

/** A name ready to be compared: letters only, in lower case without accents. */
export interface ComparableName {
  last: string
  first: string
  preferred: string
  /** As written but for case and Unicode form. */
  exact: string
}

const letters = (text: string | undefined): string => foldText(text ?? '').replace(/[^\p{L}\p{N}]+/gu, '')

// A row is compared many times: with rows above it, with people by exact name, with people by near names.
const compared = new WeakMap<RowValues, ComparableName>()

export function comparableName(values: RowValues): ComparableName {
  let name = compared.get(values)
  if (!name) compared.set(values, (name = nameOf(values)))
  return name
}

function nameOf({ lastName = '', firstName = '', preferredName = '' }: RowValues): ComparableName {
  const exact = `${tidyText(lastName).normalize('NFKC')}|${tidyText(firstName).normalize('NFKC')}`.toLowerCase()
  return { last: letters(lastName), first: letters(firstName), preferred: letters(preferredName), exact }
}

/** "ann+coach@x.edu" and "ann@x.edu" arrive in one mailbox. */
export const mailbox = (email: string): string => email.toLowerCase().replace(/\+[^@]*@/, '@')

/** Ids that are given once: two of a kind that differ are of two people, whatever their names. */
const ownIds = ['studentId', 'employeeId', 'aamcId', 'npi', 'netId'] as const

/** What says for certain that two are two: ids of a kind that differ, or class years, or middle names. */
export function areTwo(a: RowValues, b: RowValues): boolean {
  const differ = <T>(left: T | undefined, right: T | undefined) =>
    left !== undefined && right !== undefined && left !== right
  if (ownIds.some((key) => differ(a[key], b[key])) || differ(a.classYear, b.classYear)) return true
  const [left, right] = [letters(a.middleName), letters(b.middleName)]
  return left !== '' && right !== '' && !left.startsWith(right) && !right.startsWith(left)
}

/**
 * How alike two names are: near in one part and the same in the other, a nickname, only the accents apart, or the parts
 * the other way round. Null where they are not.
 */
export function nameLikeness(a: ComparableName, b: ComparableName): Likeness | null {
  if (a.last === '' || b.last === '' || a.first === '' || b.first === '') return null
  if (a.last === b.last && a.first === b.first) {
    return a.exact === b.exact
      ? { reason: 'the same name', score: 0.98 }
      : { reason: 'the same name but for accents', score: 0.97 }
  }
  if (a.last === b.first && a.first === b.last) return { reason: 'first and last name exchanged', score: 0.95 }
  if (a.last === b.last) {
    if (areNicknames(a.first, b.first) || a.preferred === b.first || b.preferred === a.first)
      return { reason: 'a nickname', score: 0.93 }
    return near(a.first, b.first)
  }
  return a.first === b.first ? near(a.last, b.last) : null
}

/** No part of one name is like a part of the other: a typing error, a nickname or a marriage does not explain it. */
export function areStrangers(a: ComparableName, b: ComparableName): boolean {
  const [ofA, ofB] = [partsOf(a), partsOf(b)]
  if (ofA.length < 2 || ofB.length < 2) return false
  return !ofA.some((part) => ofB.some((other) => partsAreLike(part, other)))
}

const partsOf = ({ last, first, preferred }: ComparableName): string[] =>
  [last, first, preferred].filter((part) => part !== '')

const partsAreLike = (a: string, b: string): boolean =>
  a.startsWith(b) ||
  b.startsWith(a) ||
  a.endsWith(b) ||
  b.endsWith(a) ||
  areNicknames(a, b) ||
  jaroWinkler(a, b) >= 0.85

/** A slip of typing: short names are too close to others to tell, and names with digits are made up. */
function near(a: string, b: string): Likeness | null {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 3) return null
  if (a[0] !== b[0] && a[1] !== b[1]) return null
  if (/\d/.test(a) || /\d/.test(b)) return null
  const score = jaroWinkler(a, b)
  return score >= 0.92 ? { reason: 'a near name', score: Math.round(score * 0.95 * 100) / 100 } : null
}
