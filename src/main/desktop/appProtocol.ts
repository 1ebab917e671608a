import { type Session, protocol } from 'electron'
import { appOrigin, appScheme } from '#main/desktop/security/appOrigin.ts'
import { isAllowedNavigation } from '#main/desktop/security/navigation.ts'
import { securityHeaders } from '#main/transports/contentSecurityPolicy.ts'
import { readStaticFile } from '#main/transports/staticFiles.ts'

/** Must run before Electron is ready: gives app:// an origin, so that modules, workers and storage behave as on https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built window, and nothing else of the disk, under the same headers as the browser gets. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async ({ method, url }) => {
    const own = method === 'GET' && isAllowedNavigation(url, appOrigin)
    const file = own ? await readStaticFile(folder, new URL(url).pathname) : null
    if (!file) return new Response(null, { status: 404, headers: securityHeaders })
    return new Response(file.content, { headers: { ...securityHeaders, 'content-type': file.type } })
  })
}
