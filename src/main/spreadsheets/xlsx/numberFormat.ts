import type { SheetCell } from '#shared/imports/sheet.ts'
import { assertNever } from '#shared/kernel/assertNever.ts'

/** How far a number format changes what stands in the cell. Decimals, separators and currency signs do not matter here. */
export type NumberFormat =
  | { kind: 'plain' }
  | { kind: 'percent' }
  | { kind: 'scientific'; decimals: number }
  | { kind: 'padded'; mask: string[] }
  | { kind: 'date' }
  | { kind: 'elapsed' }

const plain: NumberFormat = { kind: 'plain' }
const date: NumberFormat = { kind: 'date' }
const elapsed: NumberFormat = { kind: 'elapsed' }

/** The formats that have a number but no code in the file (ECMA-376 18.8.30); 27 to 36 and 50 to 58 are East Asian dates. */
function builtInFormat(id: number): NumberFormat {
  if (id === 46) return elapsed
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)) return date
  if (id === 9 || id === 10) return { kind: 'percent' }
  if (id === 11) return { kind: 'scientific', decimals: 2 }
  if (id === 48) return { kind: 'scientific', decimals: 1 }
  return plain
}

/** Classifies a format by its code, or by its number where it has no code. Only the section for positive numbers counts. */
export function classifyFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtInFormat(id)
  const section = firstSection(code)
  const bare = section.replace(/"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/general/i.test(bare)) return plain
  if (/\[[hms]+\]/i.test(bare)) return elapsed
  const exponent = /^[^E]*?(?:\.([0#?]*))?E[+-]/i.exec(bare)
  if (exponent) return { kind: 'scientific', decimals: exponent[1]?.length ?? 0 }
  if (/[ymdhs]/i.test(bare)) return date
  if (bare.includes('%')) return { kind: 'percent' }
  if (bare.includes('00') && !/[.,/]/.test(bare)) return { kind: 'padded', mask: digitMask(section) }
  return plain
}

function firstSection(code: string): string {
  return /^(?:"[^"]*"|\\.|[^;])*/s.exec(code)?.[0] ?? ''
}

/** "000\-00\-0000" as places for digits ('0' always shown, '#' and '?' where there is one) and the text between them. */
function digitMask(section: string): string[] {
  const mask: string[] = []
  for (const [token, quoted, escaped] of section.matchAll(/"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|./gs)) {
    if (/^[0#?]$/.test(token)) mask.push(token)
    else if (quoted !== undefined || escaped !== undefined) mask.push(`"${quoted ?? escaped}`)
    else if (token.length === 1) mask.push(`"${token}`)
  }
  return mask
}

/** A stored number as its cell shows it. */
export function numberCell(value: number, format: NumberFormat, date1904: boolean): SheetCell {
  switch (format.kind) {
    case 'plain':
      return { text: fullNumber(value), kind: 'number' }
    case 'percent':
      return { text: `${fullNumber(value * 100)}%`, kind: 'number' }
    case 'scientific':
      return { text: scientific(value.toExponential(Math.min(format.decimals, 15))), kind: 'number' }
    case 'padded':
      return { text: padded(value, format.mask), kind: 'number' }
    case 'elapsed':
      return { text: elapsedTime(value), kind: 'text' }
    case 'date':
      return dateCell(value, date1904)
    default:
      return assertNever(format)
  }
}

/** The number in full, to the 15 digits Excel keeps: 0.1 + 0.2 is "0.3". */
function fullNumber(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return String(value)
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? scientific(text) : text
}

/** "1.2e+9" as Excel writes it: "1.2E+09". */
function scientific(exponential: string): string {
  return exponential.replace(/e([+-])(\d)?$/, (_, sign: string, digit: string) => `e${sign}0${digit}`).replace('e', 'E')
}

function padded(value: number, mask: string[]): string {
  if (!Number.isSafeInteger(value) || value < 0) return fullNumber(value)
  const digits = String(value).split('')
  const places = mask.filter((token) => !token.startsWith('"')).length
  let place = 0
  let text = ''
  for (const token of mask) {
    if (token.startsWith('"')) {
      text += token.slice(1)
      continue
    }
    // The first place takes all the digits there is no place for.
    const left = places - place++
    if (digits.length >= left) text += digits.splice(0, digits.length - left + 1).join('')
    else if (token === '0') text += '0'
  }
  return text.trim()
}

const two = (value: number): string => String(value).padStart(2, '0')

function clock(seconds: number): string {
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? time : `${time}:${two(seconds % 60)}`
}

const secondsOfDay = 86_400

function elapsedTime(value: number): string {
  return value < 0 ? fullNumber(value) : clock(Math.round(value * secondsOfDay))
}

/** A serial date: days since the workbook's epoch, rounded to whole seconds. Outside of Excel's calendar it stays a number. */
function dateCell(serial: number, date1904: boolean): SheetCell {
  const total = Math.round(serial * secondsOfDay)
  const [days, seconds] = [Math.floor(total / secondsOfDay), total % secondsOfDay]
  if (days === 0 && seconds > 0) return { text: clock(seconds), kind: 'text' }
  const day = dayOfSerial(days, date1904)
  if (day === null) return { text: fullNumber(serial), kind: 'number' }
  return { text: seconds === 0 ? day : `${day} ${clock(seconds)}`, kind: 'date' }
}

const lastSerial = 2_958_465 // December 31, 9999

function dayOfSerial(days: number, date1904: boolean): string | null {
  const serial = date1904 ? days + 1462 : days
  // Day 60 is February 29, 1900, which never was; Excel counts it because Lotus 1-2-3 did, so earlier days are one off.
  if (days < 1 || serial > lastSerial || serial === 60) return null
  return isoDay(serial < 60 ? serial + 1 : serial)
}

const isoDays = new Map<number, string>()
const mostIsoDays = 10_000

/** The day so many days after December 30, 1899. Remembered: a sheet has many dates but few different ones. */
function isoDay(sinceEpoch: number): string {
  let day = isoDays.get(sinceEpoch)
  if (day === undefined) {
    if (isoDays.size === mostIsoDays) isoDays.clear()
    day = new Date(Date.UTC(1899, 11, 30 + sinceEpoch)).toISOString().slice(0, 10)
    isoDays.set(sinceEpoch, day)
  }
  return day
}

/** A date stored as ISO text (`t="d"`, usual in strict files); null where it is none. */
export function isoDateCell(raw: string): SheetCell | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?Z?)?$/.exec(raw.trim())
  if (!match) return null
  const [, day, hours = '0', minutes = '0', seconds = '0'] = match
  const time = clock(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
  return { text: time === '00:00' ? day! : `${day} ${time}`, kind: 'date' }
}
