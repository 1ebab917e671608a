import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { IdentityKind } from '#shared/roster/schema.ts'

/**
 * What is wrong with an NPI, or null: ten digits, the first 1 or 2, the last a Luhn digit over "80840" and the first nine
 * (45 CFR 162.406; 24 is what the left-off prefix adds to the sum).
 */
export function npiProblem(npi: string): 'npiLength' | 'npiCheckDigit' | null {
  if (!/^\d{10}$/.test(npi)) return 'npiLength'
  return /^[12]/.test(npi) && npi.endsWith(String(npiCheckDigit(npi.slice(0, 9)))) ? null : 'npiCheckDigit'
}

/** The tenth digit of an NPI from its first nine. */
export function npiCheckDigit(firstNine: string): number {
  let sum = 24
  for (let index = 0; index < 9; index += 1) {
    const digit = Number(firstNine[index])
    const weighted = index % 2 === 0 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return (10 - (sum % 10)) % 10
}

/** An AAMC id is exactly eight digits; it has no public check digit. */
export const isAamcId = (text: string): boolean => /^\d{8}$/.test(text)

/** "1.23457E+09": what a spreadsheet made of a long id; its digits are lost. */
export const isScientific = (text: string): boolean => /^\d(?:[.,]\d+e\+?|e\+)\d{1,3}$/i.test(text.trim())

// The same addresses as the forms accept: no quotes, no other alphabets, no dot at an end or beside another.
const address = /^(?!\.)(?!.*\.\.)[a-z0-9_'+.-]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/

/** One address of a plain shape, as it is stored. */
export const isEmail = (text: string): boolean => text.length <= 254 && address.test(text)

/** The addresses in a text: trimmed, lower case, out of "Name <a@b>", mailto links and lists. Each once, as written. */
export function emailsIn(text: string): string[] {
  const clean = tidyText(text).toLowerCase()
  const bracketed = [...clean.matchAll(/<([^<>]+)>/g)].map((match) => match[1]!)
  const pieces = bracketed.length > 0 ? bracketed : clean.split(/[\s,;|]+/)
  const found = pieces.map(tidyAddress).filter(isEmail)
  return [...new Set(found)]
}

const tidyAddress = (text: string): string =>
  text
    .trim()
    .replace(/^mailto:/, '')
    .replace(/\?.*$/, '')
    .replace(/^["'(]+|["'),.]+$/g, '')

/** The value two spellings of one id have in common: unique within its kind in a data file. Leading zeros count. */
export function matchKey(kind: IdentityKind, value: string): string {
  const clean = tidyText(value)
  return kind === 'email' ? clean.toLowerCase() : foldText(clean).replace(/\s+/g, '')
}

/** How each kind of id is called on screen. */
export const identityLabels: Record<IdentityKind, string> = {
  email: 'e-mail',
  studentId: 'student ID',
  employeeId: 'employee ID',
  aamcId: 'AAMC ID',
  npi: 'NPI',
  netId: 'NetID',
}
