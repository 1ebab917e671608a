import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { maxCallBytes } from '#shared/contract/wire.ts'
import { type Problem, type ProblemCode, refuse } from '#shared/kernel/problem.ts'

/** Whom this run of the server answers. */
export interface Gatekeeper {
  readonly port: number
  /** The secret of this run, which only the printed address carries. */
  readonly token: string
}

export interface GateRequest {
  readonly method: string
  /** The path of the request, without its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export type GateDecision =
  | { pass: 'call' | 'events' | 'page' }
  | { pass: 'no'; status: number; problem: Problem; allow?: string }

const apiPaths = new Map<string, 'call' | 'events'>([
  ['/api/call', 'call'],
  ['/api/events', 'events'],
])

/**
 * Decides on a request by its line and headers alone, before anything of its body is read. Any page in any browser on
 * this machine can send requests here: the Host check stops a name that was rebound to 127.0.0.1, the Origin check
 * other pages, and the token everybody who was not given the address.
 */
export function decide(request: GateRequest, keeper: Gatekeeper): GateDecision {
  const { method, path, headers } = request
  if (!isOwnHost(headers.host, keeper.port))
    return no(421, 'not_available', 'This address does not belong to Coachdesk.')
  if (!isOwnOrigin(headers.origin, keeper.port)) return no(403, 'not_available', 'Another page may not call Coachdesk.')

  if (path !== '/api' && !path.startsWith('/api/')) {
    return method === 'GET' || method === 'HEAD' ? { pass: 'page' } : notAllowed('GET, HEAD')
  }
  if (!hasToken(headers.authorization, keeper.token)) {
    return no(
      401,
      'not_available',
      'The key of this run is missing or old. Open the address that Coachdesk printed when it started.',
    )
  }
  const pass = apiPaths.get(path)
  if (!pass) return no(404, 'unknown_procedure', 'Coachdesk has no such address.')
  if (method !== 'POST') return notAllowed('POST')
  if (!isJson(headers['content-type'])) return no(415, 'invalid_input', 'A call is sent as application/json.')
  if (headers['content-encoding'] !== undefined) return no(415, 'invalid_input', 'A call is sent uncompressed.')
  if (Number(headers['content-length'] ?? 0) > maxCallBytes) return tooLarge()
  return { pass }
}

/** The answer to a body over the cap, whether its length was announced or found while reading. */
export function tooLarge(): GateDecision & { pass: 'no' } {
  return no(413, 'too_large', `A call holds at most ${maxCallBytes / 1024 / 1024} MB, a file of about 64 MB.`)
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/** Absent where no browser sends the request, or a browser fetches the page itself. */
function isOwnOrigin(origin: string | undefined, port: number): boolean {
  return origin === undefined || origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`
}

/** Compares digests, so that the time taken tells nothing of the token, not even its length. */
function hasToken(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType ?? '')
}

function no(status: number, code: ProblemCode, message: string): GateDecision & { pass: 'no' } {
  return { pass: 'no', status, problem: refuse(code, message).problem }
}

function notAllowed(allow: string): GateDecision {
  return { ...no(405, 'not_available', `Only ${allow} here.`), allow }
}
