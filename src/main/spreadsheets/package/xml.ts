import { SaxesParser } from 'saxes'
import { Unreadable } from '../unreadable.ts'

export type XmlAttributes = Readonly<Record<string, string>>

interface XmlHandlers {
  open(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

const chunkSize = 256 * 1024
const maxDepth = 256

/**
 * Reads a part from start to end. Elements are told apart by their local name, so that `x:row` is a row and the strict and
 * transitional namespaces read alike. A DOCTYPE is refused: no spreadsheet has one, every entity attack does.
 */
export function scanXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', (error) => {
    throw new Unreadable('damaged', error)
  })
  parser.on('doctype', () => {
    throw new Unreadable('unsafe')
  })
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw new Unreadable('unsafe')
    handlers.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text) {
    const text = handlers.text.bind(handlers)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decode = decoder(bytes)
  for (let at = 0; at < bytes.length; at += chunkSize) {
    parser.write(decode(bytes.subarray(at, at + chunkSize), at + chunkSize < bytes.length))
  }
  parser.close()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The attribute of that local name in another namespace than its element: `r:id`, whatever the prefix is. */
export function prefixedAttribute(attributes: XmlAttributes, local: string): string | undefined {
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]
  return undefined
}

/** XML Schema's booleans: "1" and "true". */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Office parts are UTF-8 or UTF-16; a byte order mark tells which. */
function decoder(bytes: Uint8Array): (chunk: Uint8Array, more: boolean) => string {
  const mark = bytes.length > 1 ? bytes[0]! * 256 + bytes[1]! : 0
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (chunk, more) => {
    try {
      return decoder.decode(chunk, { stream: more })
    } catch (error) {
      throw new Unreadable('damaged', error)
    }
  }
}
