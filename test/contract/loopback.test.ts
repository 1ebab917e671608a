import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createDispatcher, type Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { contentSecurityPolicy } from '#main/transports/contentSecurityPolicy.ts'
import { type LoopbackServer, serveLoopback } from '#main/transports/loopback.ts'
import { createLoopbackTransport } from '#renderer/transport/loopbackTransport.ts'
import { type AppEvent, maxCallBytes } from '#shared/contract/wire.ts'
import { fakeHandlers } from '#test/contract/support/fakeHandlers.ts'
import { createMemoryLog } from '#test/contract/support/memoryLog.ts'
import { until } from '#test/contract/support/until.ts'

let folder: string
let dispatcher: Dispatcher
let server: LoopbackServer
let querySignal: AbortSignal | undefined

const start = (port: number) => serveLoopback(dispatcher, { port, rendererFolder: path.join(folder, 'renderer') })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coachdesk-'))
  await mkdir(path.join(folder, 'renderer', 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'renderer', 'index.html'), '<!doctype html><title>Coachdesk</title>')
  await writeFile(path.join(folder, 'renderer', 'assets', 'index-abc123.js'), 'export {}')
  await writeFile(path.join(folder, 'secret.txt'), 'secret')
  await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'renderer', 'link.txt'))
  dispatcher = createDispatcher({
    handlers: fakeHandlers({
      'program.list': async () => [],
      'workspace.listFiles': (_, call) => {
        querySignal = call.signal
        return new Promise(() => undefined)
      },
    }),
    actor: () => 'Ana',
    now: () => new Date(),
    log: createMemoryLog(),
  })
  server = await start(0)
})
afterEach(() => {
  querySignal = undefined
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Sends what a browser would not: the path as it stands, any header, any body. */
function send(options: RequestOptions, body?: (send: (chunk: string) => void) => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(server.origin, options, resolve)
    // The server may close while this end is still sending; then the promise is settled by the answer already.
    request.on('error', reject)
    body?.((chunk) => request.write(chunk))
    request.end()
  })
}

const headers = () => ({ authorization: `Bearer ${server.token}`, 'content-type': 'application/json' })
const callBody = JSON.stringify({
  name: 'program.list',
  input: {},
  requestId: '0198f0c0-0000-7000-8000-000000000000',
})
const status = async (options: RequestOptions, body = callBody): Promise<number | undefined> => {
  const response = await send(options, (write) => write(body))
  response.resume()
  return response.statusCode
}

test('a call with the token is answered', async () => {
  const response = await send({ method: 'POST', path: '/api/call', headers: headers() }, (write) => write(callBody))
  expect(JSON.parse(await text(response))).toEqual({ ok: true, value: [] })
  expect(response.headers['cache-control']).toBe('no-store')
})

test('the gate stands before the calls', async () => {
  const post = { method: 'POST', path: '/api/call' }
  expect(await status({ ...post, headers: { 'content-type': 'application/json' } })).toBe(401)
  expect(await status({ ...post, headers: { ...headers(), authorization: 'Bearer x' } })).toBe(401)
  expect(await status({ ...post, headers: { ...headers(), host: 'evil.example' } })).toBe(421)
  expect(await status({ ...post, headers: { ...headers(), origin: 'https://evil.example' } })).toBe(403)
  expect(await status({ ...post, method: 'GET', headers: headers() })).toBe(405)
  expect(await status({ ...post, headers: { ...headers(), 'content-type': 'text/plain' } })).toBe(415)
  expect(await status({ ...post, path: '/api/nothing', headers: headers() })).toBe(404)
})

test('a refusal at the gate is a problem like any other', async () => {
  const response = await send({ method: 'POST', path: '/api/call', headers: { 'content-type': 'application/json' } })
  expect(JSON.parse(await text(response))).toMatchObject({ ok: false, problem: { code: 'not_available' } })
  expect(response.headers['content-security-policy']).toBe(contentSecurityPolicy)
})

test('a body over the cap is refused by its announced length, before it is sent', async () => {
  const options = { method: 'POST', path: '/api/call', headers: { ...headers(), 'content-length': maxCallBytes + 1 } }
  const response = await new Promise<IncomingMessage>((resolve) => {
    const request = httpRequest(server.origin, options, resolve)
    request.on('error', () => undefined)
    request.flushHeaders()
  })
  expect(response.statusCode).toBe(413)
  expect(JSON.parse(await text(response))).toMatchObject({ ok: false, problem: { code: 'too_large' } })
})

test('a chunked body over the cap is refused while it is read', async () => {
  const chunk = 'x'.repeat(8 * 1024 * 1024)
  const options = { method: 'POST', path: '/api/call', headers: { ...headers(), 'transfer-encoding': 'chunked' } }
  const response = await send(options, (write) => {
    for (let sent = 0; sent <= maxCallBytes; sent += chunk.length) write(chunk)
  })
  expect(response.statusCode).toBe(413)
  expect(JSON.parse(await text(response))).toMatchObject({ ok: false, problem: { code: 'too_large' } })
})

test('the page comes under the strict policy, for every route of the app', async () => {
  for (const route of ['/', '/people/learners?sort=name', '/index.html']) {
    const response = await send({ path: route })
    expect(await text(response)).toContain('<title>Coachdesk</title>')
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    })
  }
})

test('the policy allows nothing but the app’s own files', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'")
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
})

test('a file whose name carries its hash is kept by the browser', async () => {
  const response = await send({ path: '/assets/index-abc123.js' })
  expect(await text(response)).toBe('export {}')
  expect(response.headers['cache-control']).toContain('immutable')
  const head = await send({ method: 'HEAD', path: '/assets/index-abc123.js' })
  expect(await text(head)).toBe('')
  expect(head.headers['content-length']).toBe('9')
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '//etc/passwd.txt',
  '/C:/secret.txt',
  '/link.txt',
  '/secret.txt%00.js',
  '/%E0%A4%A.js',
  '/assets/nothing.js',
])('no way leads out of the folder of the page: %s', async (path) => {
  const response = await send({ path })
  expect(response.statusCode).toBe(404)
  expect(await text(response)).not.toContain('secret')
})

test('a query is told when the browser goes away', async () => {
  const controller = new AbortController()
  const body = callBody.replace('program.list', 'workspace.listFiles')
  const call = fetch(`${server.origin}/api/call`, {
    method: 'POST',
    headers: headers(),
    body,
    signal: controller.signal,
  })
  await until(() => querySignal !== undefined)
  controller.abort()
  await call.catch(() => undefined)
  await until(() => querySignal?.aborted === true)
  expect(querySignal?.reason).toMatchObject({ problem: { code: 'disconnected' } })
})

test('what is pending fails when the server stops, and a new stream is greeted again', async () => {
  const first = await start(0)
  const transport = createLoopbackTransport(first.origin, first.token)
  const events: AppEvent[] = []
  const stop = transport.listen((event) => events.push(event))
  await until(() => events.length === 1)
  const pending = transport.send({ name: 'workspace.listFiles', input: {}, requestId: crypto.randomUUID() })
  await until(() => querySignal !== undefined)
  await first.close()
  expect(await pending).toMatchObject({ ok: false, problem: { code: 'disconnected' } })
  expect(await transport.send(JSON.parse(callBody))).toMatchObject({ ok: false, problem: { code: 'disconnected' } })
  stop()
  expect(events).toEqual([{ type: 'hello' }])
})

test('a browser that does not read its events is cut off before it fills the memory', async () => {
  const options = { method: 'POST', path: '/api/events', headers: headers() }
  const response = await send(options, (write) => write('{}'))
  const topics = Array.from({ length: 100_000 }, () => 'roster' as const)
  for (let announced = 0; announced < 40; announced++) {
    dispatcher.announce(topics, null)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await expect(text(response)).rejects.toThrow('aborted')
})

test('a stream that breaks is made again', async () => {
  const events: AppEvent[] = []
  const first = await start(0)
  const port = Number(new URL(first.origin).port)
  const transport = createLoopbackTransport(first.origin, first.token)
  const stop = transport.listen((event) => events.push(event))
  await until(() => events.length === 1)
  await first.close()
  // Whoever has the port now, the stream is asked for again; this one does not know the token.
  const asked = await serveOnce(port)
  expect(asked).toMatchObject({ method: 'POST', url: '/api/events' })
  stop()
})

/** Takes a port, and waits for the first request there. */
function serveOnce(port: number): Promise<{ method: string | undefined; url: string | undefined }> {
  return new Promise((resolve) => {
    const other = createServer(({ method, url }, response) => {
      response.end()
      other.close()
      resolve({ method, url })
    }).listen(port, '127.0.0.1')
  })
}
