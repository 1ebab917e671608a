import { NearNames } from '#shared/imports/duplicates.ts'
import { areTwo, comparableName, mailbox } from '#shared/imports/likeness.ts'
import type { RowValues } from '#shared/imports/values.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Somebody of a program, with what tells people apart; blank fields are left out. */
export interface ComparedPerson {
  personId: Id
  values: RowValues
}

/** Two people who may be one, the one known longer first, with why and how sure that is, from 0 to 1. */
interface LikelyPair {
  keepId: Id
  mergeId: Id
  reason: string
  score: number
}

/**
 * People who may be entered twice: by the same or a near name, a nickname, or addresses of one mailbox. Ids of a kind or
 * class years that differ make two of them, whatever the names. Most alike first; nothing is merged by this.
 */
export function findDuplicatePeople(people: readonly ComparedPerson[]): LikelyPair[] {
  const byMailbox = new Map<string, ComparedPerson>()
  const near = new NearNames<ComparedPerson>()
  const pairs = people
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
    .flatMap((person): LikelyPair[] => {
      const { values } = person
      const name = comparableName(values)
      const boxes = [values.email, ...(values.otherEmails ?? [])].filter((email) => email !== undefined).map(mailbox)
      const sameBox = boxes.map((box) => byMailbox.get(box)).find((other) => other && !areTwo(other.values, values))
      const like = near.find(name, values)
      near.add(person, name, values)
      for (const box of boxes) if (!byMailbox.has(box)) byMailbox.set(box, person)
      const mergeId = person.personId
      if (sameBox) return [{ keepId: sameBox.personId, mergeId, reason: 'Addresses of one mailbox', score: 0.95 }]
      return like ? [{ keepId: like.item.personId, mergeId, reason: capital(like.reason), score: like.score }] : []
    })
  return pairs.toSorted((a, b) => b.score - a.score)
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
