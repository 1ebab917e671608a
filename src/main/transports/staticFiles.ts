import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { contentType } from '#main/transports/contentType.ts'

export interface StaticFile {
  content: Uint8Array<ArrayBuffer>
  type: string
  /** Its name carries a hash of its content, so that it never changes. */
  immutable: boolean
}

/**
 * The file of the built window that a URL path asks for; the window's page for a route of the app, which has no
 * extension; null where there is none or it would lie outside the folder. Read whole: none is larger than a picture.
 */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const parts = pathParts(urlPath)
  if (!parts) return null
  const isRoute = path.extname(parts.at(-1) ?? '') === ''
  const wanted = isRoute ? path.join(folder, 'index.html') : path.join(folder, ...parts)
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(wanted)])
    if (!file.startsWith(root + path.sep)) return null
    const content = await readFile(file)
    return { content, type: contentType(path.extname(file)), immutable: parts[0] === 'assets' }
  } catch {
    return null
  }
}

/** The names a URL path consists of, decoded; null where one of them could lead elsewhere. */
function pathParts(urlPath: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  const parts = decoded.split('/').filter((part) => part !== '')
  return parts.some((part) => part === '.' || part === '..' || /[\\:\0]/.test(part)) ? null : parts
}
