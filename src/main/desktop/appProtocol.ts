import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Session, protocol } from 'electron'
import { appScheme } from '#main/desktop/security/appOrigin.ts'
import { appPath } from '#main/desktop/security/appPath.ts'
import { securityHeaders } from '#main/transports/contentSecurityPolicy.ts'
import { contentType } from '#main/transports/contentType.ts'

/** Must run before Electron is ready: gives app:// an origin, so that modules, workers and storage behave as on https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built window, and nothing else of the disk, under the same headers as the browser gets. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const path = request.method === 'GET' ? appPath(request.url) : null
    if (path === null) return new Response(null, { status: 404 })
    try {
      const body = await readFile(join(folder, path))
      return new Response(body, { headers: { ...securityHeaders, 'content-type': contentType(extname(path)) } })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
