import type * as z from 'zod/v4/core'

const shapes: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  date: 'a date',
  null: 'null',
}

/** Says in words what an input lacks, where its schema does not say so itself. */
export const inWords: z.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = shapes[issue.expected] ?? issue.expected
      return issue.input === undefined ? `it is missing; it has to be ${wanted}.` : `it has to be ${wanted}.`
    }
    case 'invalid_value':
      return `it has to be ${alternatives(issue.values.map(String))}.`
    case 'unrecognized_keys':
      return `there is no ${alternatives(issue.keys)} to be said here.`
    case 'too_small':
      return `it has to be at least ${issue.minimum}${unit(issue.origin)}.`
    case 'too_big':
      return `it may be at most ${issue.maximum}${unit(issue.origin)}.`
    case 'invalid_format':
      return issue.format === 'uuid'
        ? 'it has to be an id as Coachdesk writes it.'
        : 'it is not written as it has to be.'
    default:
      return 'it is none of the things that it may be.'
  }
}

const alternatives = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

function unit(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' || origin === 'set' ? ' entries' : ''
}
