import { isAbsolute, resolve } from 'node:path'

/**
 * The data file the system asked for, by a double click or on the command line: the last argument that names one, made
 * absolute against the folder the command was given in. Null if there is none.
 */
export function launchFile(args: readonly string[], folder: string): string | null {
  const named = args.slice(1).findLast((argument) => !argument.startsWith('-') && /\.coachdesk$/i.test(argument))
  if (named === undefined) return null
  return isAbsolute(named) ? named : resolve(folder, named)
}
