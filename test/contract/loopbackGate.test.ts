import { describe, expect, test } from 'vitest'
import { decide, type GateRequest } from '#main/transports/loopbackGate.ts'
import { maxCallBytes } from '#shared/contract/wire.ts'

const keeper = { port: 4310, token: 'right-token' }

const call: GateRequest = {
  method: 'POST',
  path: '/api/call',
  headers: {
    host: '127.0.0.1:4310',
    origin: 'http://127.0.0.1:4310',
    authorization: 'Bearer right-token',
    'content-type': 'application/json',
    'content-length': '20',
  },
}

const withHeaders = (headers: GateRequest['headers']): GateRequest => ({
  ...call,
  headers: { ...call.headers, ...headers },
})
const without = (name: string): GateRequest => ({
  ...call,
  headers: Object.fromEntries(Object.entries(call.headers).filter(([key]) => key !== name)),
})
const outcome = (request: GateRequest) => {
  const decision = decide(request, keeper)
  return decision.pass === 'no' ? decision.status : decision.pass
}

describe('who passes', () => {
  test.each<[string, GateRequest, string]>([
    ['a call of the page', call, 'call'],
    ['its stream of events', { ...call, path: '/api/events' }, 'events'],
    ['a program without an origin', without('origin'), 'call'],
    ['localhost', withHeaders({ host: 'localhost:4310', origin: 'http://localhost:4310' }), 'call'],
    ['a type with its charset', withHeaders({ 'content-type': 'application/json; charset=UTF-8' }), 'call'],
    ['a chunked body, counted while it is read', without('content-length'), 'call'],
    ['a body at the cap', withHeaders({ 'content-length': String(maxCallBytes) }), 'call'],
    ['the page', { method: 'GET', path: '/', headers: { host: '127.0.0.1:4310' } }, 'page'],
    ['the head of the page', { method: 'HEAD', path: '/people', headers: { host: '127.0.0.1:4310' } }, 'page'],
    ['a path that only begins like the calls', { ...call, method: 'GET', path: '/apiary' }, 'page'],
  ])('%s', (_, request, expected) => {
    expect(outcome(request)).toBe(expected)
  })
})

describe('who does not', () => {
  test.each<[string, GateRequest, number]>([
    ['a rebound name', withHeaders({ host: 'evil.example:4310' }), 421],
    ['another port', withHeaders({ host: '127.0.0.1:80' }), 421],
    ['no host', without('host'), 421],
    ['the page under a rebound name', { method: 'GET', path: '/', headers: { host: 'evil.example' } }, 421],
    ['another page', withHeaders({ origin: 'https://evil.example' }), 403],
    ['another page of this machine', withHeaders({ origin: 'http://127.0.0.1:8080' }), 403],
    ['a sandboxed page', withHeaders({ origin: 'null' }), 403],
    ['https, which this is not', withHeaders({ origin: 'https://127.0.0.1:4310' }), 403],
    ['no token', without('authorization'), 401],
    ['an empty token', withHeaders({ authorization: 'Bearer ' }), 401],
    ['a wrong token', withHeaders({ authorization: 'Bearer wrong-token' }), 401],
    ['a part of the token', withHeaders({ authorization: 'Bearer right-toke' }), 401],
    ['the token and more', withHeaders({ authorization: 'Bearer right-tokens' }), 401],
    ['the token in another scheme', withHeaders({ authorization: 'Basic right-token' }), 401],
    ['GET of a call', { ...call, method: 'GET' }, 405],
    ['OPTIONS before a call', { ...call, method: 'OPTIONS' }, 405],
    ['POST to the page', { ...call, path: '/' }, 405],
    ['another address of the calls', { ...call, path: '/api/calls' }, 404],
    ['the calls’ folder', { ...call, path: '/api' }, 404],
    ['a form', withHeaders({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['text, which a page may send anywhere', withHeaders({ 'content-type': 'text/plain' }), 415],
    ['no type', without('content-type'), 415],
    ['another charset', withHeaders({ 'content-type': 'application/json; charset=utf-7' }), 415],
    ['a compressed body', withHeaders({ 'content-encoding': 'gzip' }), 415],
    ['a body over the cap', withHeaders({ 'content-length': String(maxCallBytes + 1) }), 413],
  ])('%s', (_, request, status) => {
    expect(outcome(request)).toBe(status)
  })
})
