import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { contentType } from '#main/transports/contentType.ts'

export interface StaticFile {
  path: string
  type: string
  bytes: number
  /** Its name carries a hash of its content, so that it never changes. */
  immutable: boolean
}

/**
 * The file of the built window that a URL path asks for; the window's page for a route of the app, which has no
 * extension; null where there is none or it would lie outside the folder.
 */
export async function findStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const parts = pathParts(urlPath)
  if (!parts) return null
  const isRoute = path.extname(parts.at(-1) ?? '') === ''
  const wanted = isRoute ? path.join(folder, 'index.html') : path.join(folder, ...parts)
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(wanted)])
    const found = await stat(file)
    if (!file.startsWith(root + path.sep) || !found.isFile()) return null
    return { path: file, type: contentType(path.extname(file)), bytes: found.size, immutable: parts[0] === 'assets' }
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
