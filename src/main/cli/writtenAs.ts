import { basename, extname } from 'node:path'
import { refuse } from '#shared/kernel/problem.ts'

/**
 * The ending of the file that an export is to be written to: what a file holds and what it is called go together.
 * @throws Refusal `invalid_input` for a name that ends otherwise, naming the endings that work
 */
export function writtenAs<E extends string>(out: string, what: string, endings: readonly [E, ...E[]]): E {
  const given = extname(out).toLowerCase()
  const ending = endings.find((known) => known === given)
  if (ending) return ending
  const all = endings.length === 1 ? endings[0] : `${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}`
  throw refuse(
    'invalid_input',
    `${what} is written as ${all}, and ${basename(out)} does not end so. Give --out a name that does.`,
  )
}
