import { type Session, type WebContents, shell } from 'electron'
import { isAllowedDownload } from '#main/desktop/security/downloads.ts'
import { externalUrl } from '#main/desktop/security/externalUrl.ts'
import { isAllowedNavigation } from '#main/desktop/security/navigation.ts'
import { isPermitted } from '#main/desktop/security/permissions.ts'
import { isAllowedRequest } from '#main/desktop/security/requests.ts'

/** Cuts a session off from the network and from the system: only the app's own requests and permissions pass. */
export function guardSession(session: Session, origin: string): void {
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isAllowedRequest(request.url, origin) })
  })
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.isMainFrame && isAllowedNavigation(details.requestingUrl, origin)))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, isAllowedNavigation(requestingOrigin, origin)),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (!isAllowedDownload(item.getURL(), origin)) event.preventDefault()
  })
}

/** Keeps a page where it is: no navigation away, no second window, no webview; a known link opens outside. */
export function guardContents(contents: WebContents, origin: string): void {
  contents.on('will-navigate', (event) => {
    if (isAllowedNavigation(event.url, origin)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.on('will-redirect', (event) => {
    if (!isAllowedNavigation(event.url, origin)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}

function openOutside(address: string): void {
  const url = externalUrl(address)
  if (url !== null) void shell.openExternal(url)
}
