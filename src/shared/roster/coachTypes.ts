import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { CoachType } from '#shared/roster/schema.ts'

/** How each type of coach is called on screen. */
export const coachTypeLabels: Record<CoachType, string> = {
  growth: 'Growth coach',
  skills: 'Skills coach',
  remediation: 'Remediation coach',
  nearPeer: 'Near-peer coach',
  unspecified: 'Not said',
}

const synonyms = new Map<string, CoachType>([
  ['growth', 'growth'],
  ['academic', 'growth'],
  ['leadership', 'growth'],
  ['professional development', 'growth'],
  ['skills', 'skills'],
  ['skill', 'skills'],
  ['clinical', 'skills'],
  ['clinical skills', 'skills'],
  ['feedback', 'skills'],
  ['remediation', 'remediation'],
  ['learning specialist', 'remediation'],
  ['near peer', 'nearPeer'],
  ['nearpeer', 'nearPeer'],
  ['peer', 'nearPeer'],
  ['resident', 'nearPeer'],
  ['not said', 'unspecified'],
  ['unspecified', 'unspecified'],
])

/** "Growth", "clinical skills coach", "near-peer": the type meant, or null where it is none that is known. */
export function parseCoachType(text: string): CoachType | null {
  const clean = foldText(tidyText(text))
    .replace(/[^a-z]+/g, ' ')
    .replace(/\bcoach(?:ing)?\b/, '')
    .trim()
  return synonyms.get(clean) ?? null
}
