import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { appOrigin, originOf } from '#main/desktop/security/appOrigin.ts'
import { isAllowedDownload } from '#main/desktop/security/downloads.ts'
import { externalUrl } from '#main/desktop/security/externalUrl.ts'
import { isAllowedNavigation } from '#main/desktop/security/navigation.ts'
import { isPermitted } from '#main/desktop/security/permissions.ts'
import { isAllowedRequest } from '#main/desktop/security/requests.ts'
import { isTrustedSender } from '#main/desktop/security/trustedSender.ts'
import { webPreferences } from '#main/desktop/security/webPreferences.ts'
import { contentSecurityPolicy } from '#main/transports/contentSecurityPolicy.ts'
import { readStaticFile } from '#main/transports/staticFiles.ts'

const elsewhere = [
  'https://coachdesk',
  'http://coachdesk/',
  'app://coachdesk.evil/',
  'app://evil/',
  'app://coachdesk@evil/',
  'app://user:secret@coachdesk/',
  'app:coachdesk',
  'app:///coachdesk',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'about:blank',
  'chrome://settings',
  'blob:app://evil/1',
  '\\\\server\\share',
  '',
]

describe('the origin', () => {
  test('is the scheme and the host', () => {
    expect(originOf('app://coachdesk/learners?x=1#y')).toBe(appOrigin)
    expect(originOf('HTTP://LOCALHOST:5173/a')).toBe('http://localhost:5173')
  })

  test.each(elsewhere)('of %j is not the app', (address) => {
    expect(originOf(address)).not.toBe(appOrigin)
    expect(isAllowedNavigation(address, appOrigin)).toBe(false)
  })
})

describe('a sender', () => {
  const page = { knownWindow: true, mainFrame: true, address: 'app://coachdesk/learners' }

  test('is trusted if it is the page of a known window', () => {
    expect(isTrustedSender(page, appOrigin)).toBe(true)
  })

  test.each([
    ['another window', { ...page, knownWindow: false }],
    ['a frame in the page', { ...page, mainFrame: false }],
    ['a frame that is gone', { ...page, address: null }],
    ['a page that went elsewhere', { ...page, address: 'https://example.org/' }],
    ['an empty page', { ...page, address: 'about:blank' }],
  ])('is not trusted if it is %s', (_what, sender) => {
    expect(isTrustedSender(sender, appOrigin)).toBe(false)
  })
})

describe('a request', () => {
  test.each(['app://coachdesk/assets/index-1a2b.js', 'data:image/png;base64,AA==', 'blob:app://coachdesk/5f-1'])(
    'for %s passes',
    (address) => {
      expect(isAllowedRequest(address, appOrigin)).toBe(true)
    },
  )

  test.each([
    ...elsewhere.filter((address) => !address.startsWith('data:')),
    'https://update.googleapis.com/service/update2',
    'ws://coachdesk/',
    'devtools://devtools/bundled/inspector.html',
    'blob:null/1',
  ])('for %j is stopped', (address) => {
    expect(isAllowedRequest(address, appOrigin)).toBe(false)
  })

  test('to a development server may use its socket and the developer tools, and no other server', () => {
    const server = 'http://localhost:5173'
    expect(isAllowedRequest('http://localhost:5173/src/main.tsx', server)).toBe(true)
    expect(isAllowedRequest('ws://localhost:5173/', server)).toBe(true)
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', server)).toBe(true)
    expect(isAllowedRequest('http://localhost:5174/', server)).toBe(false)
  })
})

describe('a download', () => {
  test('of an export that the page made is saved', () => {
    expect(isAllowedDownload('blob:app://coachdesk/5f-1', appOrigin)).toBe(true)
  })

  test.each([...elsewhere, 'app://coachdesk/assets/index.js', 'blob:null/1', 'blob:https://evil.example/1'])(
    'of %j is not',
    (address) => {
      expect(isAllowedDownload(address, appOrigin)).toBe(false)
    },
  )
})

describe('a permission', () => {
  test('to copy cells is given to the page only', () => {
    expect(isPermitted('clipboard-sanitized-write', true)).toBe(true)
    expect(isPermitted('clipboard-sanitized-write', false)).toBe(false)
  })

  test.each([
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'usb',
    'unknown',
  ])('for %s is denied', (permission) => {
    expect(isPermitted(permission, true)).toBe(false)
  })

  test('that nobody has thought of is denied', () => {
    fc.assert(
      fc.property(fc.string(), (permission) => {
        fc.pre(permission !== 'clipboard-sanitized-write')
        expect(isPermitted(permission, true)).toBe(false)
      }),
    )
    for (const permission of ['__proto__', 'constructor', 'toString']) expect(isPermitted(permission, true)).toBe(false)
  })
})

describe('a link', () => {
  test.each([
    ['https://doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['https://www.aamc.org/data?year=2026#a', 'https://www.aamc.org/data?year=2026#a'],
    ['mailto:ana.lopez@example.edu', 'mailto:ana.lopez@example.edu'],
  ])('%s opens outside', (address, opened) => {
    expect(externalUrl(address)).toBe(opened)
  })

  test.each([
    ...elsewhere,
    'http://doi.org/10.1000/182',
    'https://doi.org:8443/',
    'https://doi.org.evil.example/',
    'https://evil.example/?https://doi.org',
    'https://doi.org@evil.example/',
    'mailto:a@b.edu?body=hello',
    'mailto:a@b.edu?attach=/etc/passwd',
    'mailto:a@b.edu,c@d.edu',
    'mailto:a%0Ab@c.edu',
    'mailto:',
    'ms-msdt:/id',
    'smb://server/share',
    'search-ms:query=x',
  ])('%j stays shut', (address) => {
    expect(externalUrl(address)).toBeNull()
  })
})

describe('an app:// address', () => {
  const outer = mkdtempSync(join(tmpdir(), 'coachdesk-app-'))
  const folder = join(outer, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  for (const file of ['renderer/index.html', 'renderer/assets/index-1a2b.js', 'secret.txt', 'renderer-secret.js']) {
    writeFileSync(join(outer, file), file)
  }
  symlinkSync(join(outer, 'secret.txt'), join(folder, 'assets', 'link.txt'))
  afterAll(() => rmSync(outer, { recursive: true }))

  const found = async (address: string) => {
    const file = await readStaticFile(folder, new URL(address).pathname)
    return file && Buffer.from(file.content).toString('utf8')
  }

  test.each([
    ['app://coachdesk/', 'renderer/index.html'],
    ['app://coachdesk/learners/0190?tab=history', 'renderer/index.html'],
    ['app://coachdesk/assets/index-1a2b.js', 'renderer/assets/index-1a2b.js'],
    ['app://coachdesk/assets/a/../index-1a2b.js', 'renderer/assets/index-1a2b.js'],
  ])('%s is a file of the window', async (address, file) => {
    expect(await found(address)).toBe(file)
  })

  test.each([
    'app://coachdesk/../secret.txt',
    'app://coachdesk/..%2fsecret.txt',
    'app://coachdesk/..%2frenderer-secret.js',
    'app://coachdesk/%2e%2e/secret.txt',
    'app://coachdesk/a/..%5c..%5csecret.txt',
    'app://coachdesk/C:%5csecret.txt',
    'app://coachdesk/%252e%252e%252fsecret.txt',
    'app://coachdesk/assets/link.txt',
    'app://coachdesk/a%00.js',
    'app://coachdesk/%zz.js',
  ])('%s is nothing', async (address) => {
    expect(await found(address)).toBeNull()
  })
})

test('windows are made sandboxed, isolated and without Node', () => {
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  })
})

test('the policy starts from nothing and lets no inline or foreign code in', () => {
  expect(contentSecurityPolicy.startsWith("default-src 'none'; ")).toBe(true)
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/)
  for (const rule of ["script-src 'self'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(contentSecurityPolicy.split('; ')).toContain(rule)
  }
})

test('the preload asks Electron for the bridge and nothing more', () => {
  const source = readFileSync('src/main/desktop/preload.ts', 'utf8')
  expect(source.match(/exposeInMainWorld/g)).toHaveLength(1)
  expect(source).toMatch(/import \{ contextBridge, ipcRenderer \} from 'electron'/)
})
