import { seesGroups } from '#shared/evaluation/audience.ts'
import { groupsBy } from '#shared/evaluation/groups.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { partition } from '#shared/evaluation/protection/partition.ts'
import { protect } from '#shared/evaluation/protection/protect.ts'
import { publication } from '#shared/evaluation/protection/publication.ts'
import type { Comment } from '#shared/evaluation/responsesSchema.ts'
import type { Comments, Grouping } from '#shared/evaluation/resultSchema.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'

/**
 * The comments of each wave, for groups in which enough people wrote (10 unless the design says otherwise, domain.md
 * 8.4), without names. A large group is hidden too where the comments left over in everybody’s would be a small one’s.
 */
export function commentsOf(
  comments: readonly Comment[],
  { about, dataClass }: Pick<Instrument, 'about' | 'dataClass'>,
  minimum: number,
  { audience, sharing }: Viewer,
  groupBy: Grouping,
): Comments {
  const allowed =
    seesGroups(sharing[audience].comments) &&
    (dataClass !== 'wellBeing' || seesGroups(sharing[audience].wellBeing)) &&
    // Comments on coaches name them: one coach is not shown what was written of the others.
    !(audience === 'coach' && about === 'coach')
  const byWave = Map.groupBy(allowed ? comments : [], ({ administrationId }) => administrationId)
  return {
    audience,
    minimum,
    groups: [...byWave].flatMap(([administrationId, own]) => {
      const numbers = [...own.keys()]
      const whole = groupsBy(numbers, 'none', (at) => own[at]!)
      const groups = groupBy === 'none' ? whole : [...whole, ...groupsBy(numbers, groupBy, (at) => own[at]!)]
      const candidates = groups
        .map(({ key, members }) => publication(key, members))
        .sort((a, b) => b.terms[0]!.responses.length - a.terms[0]!.responses.length)
      const people = own.map(({ respondent }) => respondent)
      const verdicts = protect({
        people,
        partition: partition(people, candidates),
        candidates,
        released: [],
        minimum,
        pairs: [],
        has: () => true,
        likenesses: [],
      })
      return groups.map(({ key, label, members }): Comments['groups'][number] => {
        const verdict = verdicts.get(key)
        const written = members.map((at) => own[at]!)
        return verdict === 'shown'
          ? { administrationId, group: key, label, hidden: null, ...shownComments(written) }
          : {
              administrationId,
              group: key,
              label,
              hidden: verdict === 'small' ? 'small' : 'complement',
              people: null,
              themes: [],
              comments: [],
            }
      })
    }),
  }
}

function shownComments(
  written: readonly Comment[],
): Pick<Comments['groups'][number], 'people' | 'themes' | 'comments'> {
  const people = (of: readonly Comment[]) => new Set(of.map(({ respondent }) => respondent)).size
  const themes = [...new Set(written.flatMap((comment) => comment.themes))]
    .map((theme) => ({ theme, people: people(written.filter((comment) => comment.themes.includes(theme))) }))
    .sort((a, b) => b.people - a.people || a.theme.localeCompare(b.theme, 'en'))
  return {
    people: people(written),
    themes,
    // By their text: the order of the file would tell who answered when.
    comments: written
      .map(({ id, item, text, themes: own }) => ({ id, item, text, themes: own }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en')),
  }
}
