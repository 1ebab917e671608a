import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coachTypeLabels, parseCoachType } from '#shared/roster/coachTypes.ts'
import { coachStatuses, coachTypes, learnerStatuses } from '#shared/roster/schema.ts'
import {
  coachStatusFacts,
  goneCoachStatuses,
  goneLearnerStatuses,
  learnerPresence,
  learnerStatusFacts,
  parseCoachStatus,
  parseLearnerStatus,
} from '#shared/roster/statuses.ts'

describe('statuses', () => {
  it.each([
    ['Active', 'active'],
    ['LOA', 'leave'],
    ['Leave of Absence', 'leave'],
    ['LOA (medical)', 'leave'],
    ['LOA - returns 1/5', 'leave'],
    ['Medical LOA', 'leave'],
    ['off cycle', 'offCycle'],
    ['Off-Cycle', 'offCycle'],
    ['Research year', 'research'],
    ['On military leave', 'militaryLeave'],
    ['Transferred out', 'transferred'],
    ['WITHDREW', 'withdrawn'],
    ['militaryLeave', 'militaryLeave'],
  ])('reads %s of a learner', (text, status) => {
    expect(parseLearnerStatus(text)).toBe(status)
  })

  it.each([
    ['On sabbatical', 'sabbatical'],
    ['Leave of absence', 'leave'],
    ['Emeritus', 'retired'],
    ['At capacity', 'full'],
    ['On hold', 'paused'],
    ['Left institution', 'departed'],
  ])('reads %s of a coach', (text, status) => {
    expect(parseCoachStatus(text)).toBe(status)
  })

  it.each(['', 'Sabbatical', 'maybe', '__proto__', 'constructor'])('does not know "%s" of a learner', (text) => {
    expect(parseLearnerStatus(text)).toBeNull()
  })

  it('reads every status by its name and its label, in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...learnerStatuses), fc.boolean(), (status, loud) => {
        const { label } = learnerStatusFacts[status]
        expect(parseLearnerStatus(loud ? label.toUpperCase() : ` ${label} `)).toBe(status)
        expect(parseLearnerStatus(status)).toBe(status)
      }),
    )
    for (const status of coachStatuses) expect(parseCoachStatus(coachStatusFacts[status].label)).toBe(status)
  })

  it('knows no spelling of two statuses', () => {
    for (const facts of [learnerStatusFacts, coachStatusFacts]) {
      const all = Object.values(facts).flatMap(({ label, synonyms }) => [label.toLowerCase(), ...synonyms])
      expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([])
    }
  })

  it('says who is there, who comes back and who ended', () => {
    expect([learnerPresence('offCycle'), learnerPresence('leave')]).toEqual(['present', 'away'])
    expect(goneLearnerStatuses).toEqual(['graduated', 'transferred', 'withdrawn', 'dismissed'])
    expect(goneCoachStatuses).toEqual(['retired', 'departed'])
  })
})

describe('coach types', () => {
  it.each([
    ['Growth coach', 'growth'],
    ['Clinical skills', 'skills'],
    ['near-peer', 'nearPeer'],
    ['Learning specialist', 'remediation'],
  ])('reads %s', (text, type) => {
    expect(parseCoachType(text)).toBe(type)
  })

  it('reads every type by its label, and nothing else', () => {
    for (const type of coachTypes) expect(parseCoachType(coachTypeLabels[type])).toBe(type)
    expect(parseCoachType('mystery')).toBeNull()
  })
})
