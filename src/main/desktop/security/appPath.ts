import { posix } from 'node:path'
import { appOrigin, originOf } from '#main/desktop/security/appOrigin.ts'

/**
 * Which file of the built window an `app://` address stands for, as a path below its folder, or null for none.
 * Decoded once; a path that leaves the folder, names a drive or hides a separator stands for nothing. An address
 * without an extension is a page of the router, which `index.html` draws.
 */
export function appPath(address: string): string | null {
  const url = URL.parse(address)
  if (!url || originOf(address) !== appOrigin) return null
  const path = decode(url.pathname)
  if (path === null || /[\0\\:%]/.test(path)) return null
  if (path.split('/').some((part) => part === '..' || part === '.')) return null
  return posix.extname(path) === '' ? 'index.html' : path.replace(/^\/+/, '')
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
