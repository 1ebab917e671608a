import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { changeFrom, type Standing, standingOn } from '#shared/roster/standing.ts'

interface Named extends Standing {
  name: string
}

const active: Named = { name: 'active', fromOn: '2025-07-01', toOn: '2026-09-14' }
const leave: Named = { name: 'leave', fromOn: '2026-09-15', toOn: null }

/** What the service does with a change. */
function applied(standings: Named[], day: PlainDate, name: string, startsOn: PlainDate | null = null): Named[] {
  const change = changeFrom(standings, day, startsOn)
  const kept = standings.filter(
    (standing) => standing !== (change.kind === 'rewrite' ? change.standing : change.closed),
  )
  const next =
    change.kind === 'rewrite'
      ? [{ ...change.standing, fromOn: change.fromOn, name }]
      : [
          { ...change.closed, fromOn: change.closedFrom, toOn: change.closedOn },
          { name, fromOn: change.fromOn, toOn: change.toOn },
        ]
  return [...kept, ...next].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
}

describe('a standing', () => {
  it('holds from its first day to its last', () => {
    expect(standingOn([active, leave], '2026-09-14')).toBe(active)
    expect(standingOn([active, leave], '2026-09-15')).toBe(leave)
  })

  it('is the best that is known before the first record', () =>
    expect(standingOn([active, leave], '2020-01-01')).toBe(active))

  it('is followed by another from a later day', () =>
    expect(applied([active, leave], '2026-12-01', 'back')).toEqual([
      active,
      { ...leave, toOn: '2026-11-30' },
      { name: 'back', fromOn: '2026-12-01', toOn: null },
    ]))

  it('is rewritten on the day it began, and moved back by an earlier day', () => {
    expect(applied([active, leave], '2026-09-15', 'research')).toEqual([active, { ...leave, name: 'research' }])
    expect(applied([leave], '2026-08-01', 'research')).toEqual([{ ...leave, name: 'research', fromOn: '2026-08-01' }])
  })

  it('that is the first held since the start, where a change comes before it was recorded', () => {
    expect(applied([leave], '2026-08-01', 'research', '2025-07-01')).toEqual([
      { name: 'leave', fromOn: '2025-07-01', toOn: '2026-07-31' },
      { name: 'research', fromOn: '2026-08-01', toOn: null },
    ])
    expect(applied([leave], '2025-07-01', 'research', '2025-07-01')).toEqual([
      { ...leave, name: 'research', fromOn: '2025-07-01' },
    ])
  })

  it('never overlaps another, leaves no gap and keeps one open, whatever is changed in whatever order', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01', days))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), fc.option(day), (days, startsOn) => {
        let standings: Named[] = [{ name: 'first', fromOn: '2026-01-01', toOn: null }]
        for (const [index, changedOn] of days.entries()) {
          standings = applied(standings, changedOn, `change ${index}`, startsOn)
          expect(standingOn(standings, changedOn)?.name).toBe(`change ${index}`)
        }
        for (const [index, standing] of standings.entries()) {
          const next = standings[index + 1]
          expect(standing.toOn).toBe(next ? addDays(next.fromOn, -1) : null)
        }
      }),
    )
  })
})
