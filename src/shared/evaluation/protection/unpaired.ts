import { everybody } from '#shared/evaluation/groups.ts'
import { changeKey, type Step } from '#shared/evaluation/protection/candidates.ts'
import type { Publication } from '#shared/evaluation/protection/publication.ts'
import type { Unpaired } from '#shared/evaluation/protection/secrets.ts'

/**
 * What each released change has besides the pairs that are there now. A release does not keep which two responses are of
 * one person, so what became of these people is known of all of them together.
 */
export function unpairedSince(released: readonly Publication[], steps: readonly Step[]): Unpaired[] {
  return steps.flatMap(({ from, to, pairs }) => {
    const change = changeKey(from.administration.id, to.administration.id, '')
    const changes = released.filter(({ key }) => key.startsWith(change))
    if (changes.length === 0) return []
    const paired = new Set((pairs.get(everybody) ?? []).flat())
    const sideOf = ({ terms }: Publication, side: 1 | -1): number[] =>
      terms.flatMap(({ times, responses }) => (times === side ? responses.filter((one) => !paired.has(one)) : []))
    return changes.map((one) => ({ before: sideOf(one, -1), after: sideOf(one, 1) }))
  })
}
