import { count } from '#shared/kernel/text.ts'
import { finding } from '#shared/program/design/finding.ts'
import type { Design } from '#shared/program/design/design.ts'
import type { Finding } from '#shared/program/design/readinessSchema.ts'
import { settingsOf } from '#shared/program/design/settings.ts'
import { coachesNeeded, type RosterFacts } from '#shared/program/rosterFacts.ts'

/** Where a design asks for something the roster does not have. An empty roster contradicts nothing. */
export function rosterFindings(design: Design, facts: RosterFacts): Finding[] {
  const settings = settingsOf(design)
  const needed = coachesNeeded(facts, settings.learnersPerCoach.value, settings.learnersPerCoachByLevel.value)
  const findings: Finding[] = []
  if (needed !== null && facts.coaches > 0 && facts.coaches < needed)
    findings.push(
      finding(
        'wrong',
        'structure',
        'learnersPerCoach',
        `The ratio needs ${count(needed, 'coach', 'coaches')} for ${count(facts.learners, 'learner')}, ${facts.coaches} ${facts.coaches === 1 ? 'is' : 'are'} active.`,
        `Appoint ${needed - facts.coaches} more, or raise the learners per coach.`,
      ),
    )
  const levels = new Set(facts.levels.map(({ level }) => level.toLowerCase()))
  for (const { level } of settings.learnersPerCoachByLevel.value)
    if (levels.size > 0 && !levels.has(level.toLowerCase()))
      findings.push(
        finding(
          'warning',
          'structure',
          'levels',
          `There is a limit for ${level}, but no learner is at that level.`,
          'Write the level as the roster does.',
        ),
      )
  const asked = settings.instruments.value.some(({ respondents }) => respondents !== 'coaches')
  const minimum = settings.minimumRatings.value
  const small = facts.groups.filter(({ learners }) => learners > 0 && learners < minimum)
  if (asked && small.length > 0)
    findings.push(
      finding(
        'warning',
        'assessment',
        'minimumRatings',
        `${small.map((group) => `${group.name} (${group.learners})`).join(', ')} ${small.length === 1 ? 'has' : 'have'} fewer than ${minimum} learners: results for ${small.length === 1 ? 'it' : 'them'} are never shown.`,
        'Report such groups together, or over several years.',
      ),
    )
  return findings
}
