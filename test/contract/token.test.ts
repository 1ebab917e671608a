import { expect, test } from 'vitest'
import { takeToken } from '#renderer/transport/token.ts'

function page(hash: string, kept: Record<string, string> = {}) {
  const shown: string[] = []
  return {
    shown,
    kept,
    location: { hash, pathname: '/people', search: '?q=ruiz' },
    history: {
      state: null,
      replaceState: (_state: unknown, _: string, url?: string | URL | null) => void shown.push(String(url)),
    },
    storage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => void (kept[key] = value),
    },
  }
}

test('the token leaves the address and stays in the tab', () => {
  const { location, history, storage, shown, kept } = page('#token=abc-_123')
  expect(takeToken(location, history, storage)).toBe('abc-_123')
  expect(shown).toEqual(['/people?q=ruiz'])
  expect(takeToken({ ...location, hash: '' }, history, storage)).toBe('abc-_123')
  expect(Object.values(kept)).toEqual(['abc-_123'])
})

test('a new address replaces the token of an earlier run', () => {
  const { location, history, storage } = page('#token=new', { 'coachdesk.token': 'old' })
  expect(takeToken(location, history, storage)).toBe('new')
})

test('an address that was typed without a token has none', () => {
  const { location, history, storage, shown } = page('')
  expect(takeToken(location, history, storage)).toBe('')
  expect(shown).toEqual([])
})
