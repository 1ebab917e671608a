import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { securityHeaders } from '#main/transports/contentSecurityPolicy.ts'
import { decide, type GateDecision, tooLarge } from '#main/transports/loopbackGate.ts'
import { readStaticFile } from '#main/transports/staticFiles.ts'
import { type AppEvent, maxCallBytes, type Reply } from '#shared/contract/wire.ts'
import { refuse } from '#shared/kernel/problem.ts'

export interface LoopbackServer {
  readonly origin: string
  readonly token: string
  /** The address to open in a browser: the token stands in the fragment, which browsers never send. */
  readonly address: string
  close(): Promise<void>
}

const heartbeatMs = 15_000
const maxUnreadBytes = 1024 * 1024
/** How much of a refused body is still read, so that the refusal reaches a caller that is busy sending. */
const maxDiscardedBytes = 2 * maxCallBytes

/**
 * Serves the window and its calls on 127.0.0.1, for this user's browser. `port` 0 takes a free one.
 * Throws what listening throws (`EADDRINUSE`).
 */
export async function serveLoopback(
  dispatcher: Dispatcher,
  options: { port: number; rendererFolder: string },
): Promise<LoopbackServer> {
  const token = randomBytes(32).toString('base64url')
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  await listen(server, options.port)
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeaders(new Map(Object.entries({ ...securityHeaders, 'cache-control': 'no-store' })))
    const path = (request.url ?? '/').split('?', 1)[0]!
    const decision = decide({ method: request.method ?? '', path, headers: request.headers }, { port, token })
    switch (decision.pass) {
      case 'no':
        return turnAway(request, response, decision)
      case 'call':
        return answerCall(request, response, dispatcher)
      case 'events':
        return streamEvents(request, response, dispatcher)
      case 'page':
        return sendFile(response, options.rendererFolder, path, request.method === 'HEAD')
    }
  }

  return {
    origin,
    token,
    address: `${origin}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function answerCall(request: IncomingMessage, response: ServerResponse, dispatcher: Dispatcher): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort(callerGone))
  const body = await readBody(request)
  if (body === null) return turnAway(request, response, tooLarge())
  sendJson(response, 200, await dispatcher.dispatchJson(body, gone.signal))
}

const callerGone = refuse('disconnected', 'The browser went away before the answer.')

/** The body as text; null as soon as it is over the cap, whatever length it announced. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxCallBytes) chunks.push(chunk)
      else resolve(null)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}

function turnAway(request: IncomingMessage, response: ServerResponse, decision: GateDecision & { pass: 'no' }): void {
  let discarded = 0
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length
    if (discarded > maxDiscardedBytes) request.destroy()
  })
  response.setHeader('connection', 'close')
  if (decision.allow) response.setHeader('allow', decision.allow)
  sendJson(response, decision.status, JSON.stringify({ ok: false, problem: decision.problem } satisfies Reply))
}

function sendJson(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(json)
}

/** Events as lines of JSON until the browser goes away; an empty line now and then shows that the connection lives. */
function streamEvents(request: IncomingMessage, response: ServerResponse, dispatcher: Dispatcher): void {
  const send = (line: string): void => {
    response.write(`${line}\n`)
    // A browser that does not read would let memory grow: it is cut off, and greeted again when it comes back.
    if (response.writableLength > maxUnreadBytes) response.destroy()
  }
  const sendEvent = (event: AppEvent): void => send(JSON.stringify(event))

  request.resume()
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
  const unsubscribe = dispatcher.subscribe(sendEvent)
  const heartbeat = setInterval(() => send(''), heartbeatMs)
  response.on('close', () => {
    unsubscribe()
    clearInterval(heartbeat)
  })
  sendEvent({ type: 'hello' })
}

async function sendFile(response: ServerResponse, folder: string, path: string, headOnly: boolean): Promise<void> {
  const file = await readStaticFile(folder, path)
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.\n')
    return
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.content.length,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  response.end(headOnly ? undefined : file.content)
}
