import { tidyText } from '#shared/kernel/text.ts'

/** A person's name as it is stored. */
export interface PersonName {
  lastName: string
  firstName: string
  middleName: string
  suffix: string
  preferredName: string
}

/** A name taken apart, with how sure the taking apart is. */
export interface SplitName extends PersonName {
  /** "MD, PhD", where a degree stood behind the name. */
  degrees: string
  /** `stated`: a comma said which part is the last name; `guessed`: written first to last; `incomplete`: one word. */
  order: 'stated' | 'guessed' | 'incomplete'
}

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v', '2nd', '3rd', '4th'])

const degrees = new Set(
  'md do phd mph ms msc ma mba msed med edd mbbs mbchb rn np msn pa pac pharmd dds dmd jd lcsw msw psyd mhpe ba bs facp faap facs'.split(
    ' ',
  ),
)

const particles = new Set(
  'da das de del della dem den der di do dos du el la las le les los lo mac san st ten ter van vande vanden vander von vom zu zum zur al bin bint ibn abu ben ap dal dalla'.split(
    ' ',
  ),
)

/** Particles that are no given names, however they are written. */
const particlePairs = new Set(['de la', 'de las', 'de los', 'van de', 'van den', 'van der', 'von dem', 'von der'])

/** Spanish, Portuguese and Catalan double surnames: "Ortega y Gasset". */
const conjunctions = new Set(['y', 'e', 'i'])

const bare = (word: string): string => word.toLowerCase().replaceAll('.', '')
const isSuffix = (word: string): boolean => suffixes.has(bare(word)) && !/^v\.$/i.test(word)
const isParticle = (word: string): boolean => particles.has(bare(word))
const isLowerCase = (word: string): boolean => word === word.toLowerCase() && word !== word.toUpperCase()

/** Degrees have two capitals at least: Do, Ma and Ba are surnames. */
const isDegree = (word: string): boolean => degrees.has(bare(word).replaceAll('-', '')) && /[A-Z].*[A-Z]/.test(word)

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** Takes apart "Last, First M." or "First M. Last", with suffix, degrees and a preferred name in quotes or brackets. */
export function splitName(text: string): SplitName {
  const { rest, preferredName } = takePreferred(tidyText(text))
  const [head, ...tail] = rest
    .split(/[,;]/)
    .map((part) => words(part.trim().replace(/^(?:dr|prof|mr|mrs|ms|mx)\.? (?=\S)/i, '')))
    .filter((part) => part.length > 0)
  const surname = takeExtras(head ?? [], 1)
  const given = tail.map((part) => takeExtras(part, 0))

  const all = [surname, ...given]
  const extras = {
    suffix: all.find((part) => part.suffix !== '')?.suffix ?? '',
    degrees: all.flatMap((part) => part.degrees).join(', '),
    preferredName,
  }
  const [firstName, ...others] = given.flatMap((part) => part.rest)
  if (firstName === undefined) return { ...extras, ...firstToLast(surname.rest) }
  const { middle, trailing } = takeTrailingParticles(others)
  const lastName = [...trailing, ...surname.rest].join(' ')
  return { ...extras, lastName, firstName, middleName: middle.join(' '), order: 'stated' }
}

/** The particles of a last name that lists sort without them: "Cruz, Ana de la", "Berg, Jan van der". */
function takeTrailingParticles(given: readonly string[]): { middle: string[]; trailing: string[] } {
  let start = given.length
  while (start > 0 && isParticle(given[start - 1]!)) start -= 1
  const trailing = given.slice(start)
  // In capitals one alone may be a given name: "Nguyen, Thi Van".
  const isSure = trailing.every(isLowerCase) || particlePairs.has(trailing.map(bare).join(' '))
  return isSure ? { middle: given.slice(0, start), trailing } : { middle: [...given], trailing: [] }
}

const quoted = /["“”„«]([^"“”»]+)["“”»]|\(([^)]+)\)|\[([^\]]+)\]|(?<=^|\s)['‘]([^'’]+)['’](?=\s|,|$)/u

/** The nickname in 'Robert "Bob" Smith' or "Smith, Robert (Bob)"; an apostrophe inside a word is no quote, pronouns no name. */
function takePreferred(text: string): { rest: string; preferredName: string } {
  const match = quoted.exec(text)
  if (!match) return { rest: text, preferredName: '' }
  const inside = tidyText(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
  const isNote = inside.includes('/') || /^(?:n[eé]e|formerly) /i.test(inside)
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  return { rest: tidyText(rest), preferredName: isNote ? '' : inside }
}

/** Takes suffix and degrees off the end, leaving so many words at least. */
function takeExtras(all: readonly string[], keep: number): { rest: string[]; suffix: string; degrees: string[] } {
  const rest = [...all]
  const found: string[] = []
  let suffix = ''
  while (rest.length > keep) {
    const last = rest.at(-1)!
    if (suffix === '' && isSuffix(last)) suffix = last
    else if (isDegree(last)) found.unshift(last)
    else break
    rest.pop()
  }
  return { rest, suffix, degrees: found }
}

function firstToLast(all: string[]): Pick<SplitName, 'lastName' | 'firstName' | 'middleName' | 'order'> {
  const [first = '', ...others] = all
  if (others.length === 0 || (isParticle(first) && isLowerCase(first))) {
    return { lastName: all.join(' '), firstName: '', middleName: '', order: 'incomplete' }
  }
  const start = surnameStart(others)
  return {
    firstName: first,
    middleName: others.slice(0, start).join(' '),
    lastName: others.slice(start).join(' '),
    order: 'guessed',
  }
}

/** Where the last name begins: at its first particle ("van der Berg"), before a conjunction, or at the last word. */
function surnameStart(others: string[]): number {
  let start = others.length - 1
  while (start > 0) {
    const before = others[start - 1]!
    if (isParticle(before)) start -= 1
    else if (start > 1 && conjunctions.has(before)) start -= 2
    else break
  }
  return start
}

/** "Ana García": how a person is called; the preferred name stands for the first. */
export function displayName(name: PersonName): string {
  return [name.preferredName || name.firstName, name.lastName, name.suffix].filter((part) => part !== '').join(' ')
}

/** "García, Ana M., Jr.": how a person stands in a list. */
export function sortName(name: PersonName): string {
  const given = [name.firstName, name.middleName].filter((part) => part !== '').join(' ')
  return [name.lastName, given, name.suffix].filter((part) => part !== '').join(', ')
}
