import { Unreadable, type UnreadableReason } from './unreadable.ts'

/** What the first bytes say a file is: a zip package, or something that may be text. Refuses what is known to be neither. */
export function recognizeContent(bytes: Uint8Array): 'package' | 'text' {
  if (bytes.length === 0) throw new Unreadable('empty')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(0, 2).equals(zipSignature) && (file[2] === 3 || file[2] === 5)) return 'package'
  if (startsWith(file, compoundSignature)) throw new Unreadable(compoundReason(file))
  for (const [signature, reason] of foreignSignatures) {
    if (startsWith(file, signature)) throw new Unreadable(reason)
  }
  return 'text'
}

const zipSignature = Buffer.from('PK')

/** OLE compound files: .xls, .doc, and the envelope around an encrypted .xlsx. */
const compoundSignature = Buffer.from('D0CF11E0A1B11AE1', 'hex')

const foreignSignatures: [Buffer, UnreadableReason][] = [
  [Buffer.from('%PDF'), 'pdf'],
  [Buffer.from('{\\rtf'), 'document'],
  [Buffer.from('0908', 'hex'), 'xls'], // BIFF5 and BIFF8 outside a compound file
  [Buffer.from('0904', 'hex'), 'xls'],
  [Buffer.from('1F8B', 'hex'), 'archive'],
  [Buffer.from('377ABCAF271C', 'hex'), 'archive'],
  [Buffer.from('Rar!'), 'archive'],
  [Buffer.from('89504E47', 'hex'), 'notASheet'],
  [Buffer.from('FFD8FF', 'hex'), 'notASheet'],
  [Buffer.from('GIF8'), 'notASheet'],
]

const startsWith = (file: Buffer, signature: Buffer): boolean => file.subarray(0, signature.length).equals(signature)

/** The streams of a compound file are named in UTF-16; the names tell which program wrote it. */
function compoundReason(file: Buffer): UnreadableReason {
  const holds = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  if (holds('WordDocument') || holds('PowerPoint Document')) return 'document'
  return holds('Workbook') || holds('Book') ? 'xls' : 'damaged'
}

const controlShare = 0.01

/** Refuses text that a spreadsheet program would open but that is no delimited table, and bytes that are no text at all. */
export function refuseForeignText(text: string): void {
  const start = text.slice(0, 65_536)
  if (!/\S/.test(text)) throw new Unreadable('empty')
  if (/^\s*<(!doctype html|html|head|body|table|meta|style|div|script)\b/i.test(start)) throw new Unreadable('html')
  if (/^\s*MIME-Version:/i.test(start)) throw new Unreadable('html')
  if (/^\s*<\?xml/i.test(start)) throw new Unreadable(/<html\b/i.test(start) ? 'html' : 'xml')
  if (text.includes('\0') || countControls(start) > start.length * controlShare) throw new Unreadable('notASheet')
}

/** Control characters other than those between tab and carriage return, and Ctrl+Z, the old end-of-file mark. */
function countControls(text: string): number {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 26) controls++
  }
  return controls
}
