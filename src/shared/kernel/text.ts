// Zero-width, byte-order and direction marks: never part of a name, often part of a pasted cell.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

// Most values need nothing done, and a large roster has a million of them.
const plain = /^[!-~]+(?: [!-~]+)*$/
const ascii = /^[ -~]*$/

/** A value as it is stored: Unicode NFC, inner spaces collapsed, invisible and direction characters removed. */
export function tidyText(text: string): string {
  if (plain.test(text)) return text
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** A value as it is searched and compared: lower case, without accents. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** "1 learner", "2 learners". */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? singular : plural}`
}
