// Generous: a word with an @ in it, unless it begins the name of a package (node_modules/@scope).
const email = /\S+(?<!node_modules\/)@\S+/g
const idLike = /\d[\d-]{3,}\d/g
const quoted = /"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|‘[^’\n]*’|`[^`\n]*`/g

/**
 * Takes out of a log line what could name a person: e-mail addresses, runs of five or more digits (ids, NPIs, phone
 * numbers), and everything in quotes, where messages put names, comments and paths.
 */
export function redact(text: string): string {
  return text.replace(email, '[e-mail]').replace(quoted, '[text]').replace(idLike, '[number]')
}
