import { describe, expect, it } from 'vitest'
import { newId } from '#main/database/newId.ts'

describe('new ids', () => {
  const ids = Array.from({ length: 20_000 }, newId)

  it('are UUIDs of version 7, each once', () => {
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('sort in the order they were made, many in one millisecond too', () => {
    expect(ids.toSorted()).toEqual(ids)
  })

  it('say when they were made', () => {
    const before = Date.now()
    const at = Number.parseInt(newId().replace('-', '').slice(0, 12), 16)
    expect(at).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000 - 1000)
    expect(at).toBeLessThanOrEqual(Date.now() + 1000)
  })

  it('share no random bytes', () => {
    const tails = ids.slice(0, 1000).map((id) => id.slice(-10))
    expect(new Set(tails).size).toBe(tails.length)
  })
})
