import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserCommand } from '#main/cli/openInBrowser.ts'
import { createLoopbackTransport } from '#renderer/transport/loopbackTransport.ts'
import { type Desk, openDesk } from '#test/cli/support/coachdesk.ts'

let desk: Desk
let data: string[]

beforeAll(async () => {
  desk = await openDesk()
  data = ['--data', desk.file('a.coachdesk')]
  await desk.run('new', desk.file('a.coachdesk'), '--program', 'Class of 2029')
})
afterAll(() => desk.close())

/** Everything a stream says until the first end of a line. */
async function firstLine(stream: Readable): Promise<string> {
  let said = ''
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    if (said.includes('\n')) return said
  }
  throw new Error(`The server ended after saying: ${said}`)
}

test('serve prints one address, serves the window and its calls there, and stops cleanly', async () => {
  const child = desk.start('serve', ...data, '--json')
  const line = await firstLine(child.stdout!)
  const { address } = JSON.parse(line) as { address: string }
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)

  const url = new URL(address)
  const page = await fetch(url.origin)
  expect(await page.text()).toContain('Coachdesk')
  const transport = createLoopbackTransport(url.origin, url.hash.slice('#token='.length))
  const reply = await transport.send({ name: 'program.list', input: {}, requestId: crypto.randomUUID() })
  expect(reply).toMatchObject({ ok: true, value: [{ name: 'Class of 2029' }] })

  // The window has the file: the command line has to wait.
  expect(await desk.json('programs', ...data)).toMatchObject({
    code: 1,
    document: { refused: { code: 'file_in_use' } },
  })

  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await desk.json('check', ...data)).toMatchObject({ code: 0 })
})

test('a port that is taken is refused, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, document, stderr } = await desk.json('serve', ...data, '--port', String(port))
  expect({ code, document }).toMatchObject({ code: 1, document: { refused: { code: 'conflict' } } })
  expect(stderr).toContain('--port')
  other.close()
})

test('a file that cannot be opened is refused before anything is served', async () => {
  expect(await desk.json('serve', '--data', desk.file('none.coachdesk'))).toMatchObject({
    code: 1,
    document: { refused: { code: 'file_missing' } },
  })
})

test('the browser is opened without a shell, on every system', () => {
  const address = 'http://127.0.0.1:4310/#token=a-b_c'
  expect(browserCommand('win32', address)).toEqual(['rundll32', 'url.dll,FileProtocolHandler', address])
  expect(browserCommand('darwin', address)).toEqual(['open', address])
  expect(browserCommand('linux', address)).toEqual(['xdg-open', address])
})
