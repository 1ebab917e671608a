import { seesGroups } from '#shared/evaluation/audience.ts'
import { groupsBy } from '#shared/evaluation/groups.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Comment } from '#shared/evaluation/responsesSchema.ts'
import type { Comments, Grouping } from '#shared/evaluation/resultSchema.ts'
import { commentLists, writersOf } from '#shared/evaluation/results/commentLists.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'

/**
 * The comments of each wave, for groups in which enough people wrote (10 unless the design says otherwise, domain.md
 * 8.4), without names.
 * @param released the comments of each earlier release, by their ids
 */
export function commentsOf(
  comments: readonly Comment[],
  { about, dataClass }: Pick<Instrument, 'about' | 'dataClass'>,
  minimum: number,
  { audience, sharing }: Viewer,
  groupBy: Grouping,
  released: readonly ReadonlySet<string>[],
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
      const { shown, heldBack } = commentLists(own, minimum, released)
      const whole = groupsBy(own, 'none', (comment) => comment)
      const groups = groupBy === 'none' ? whole : [...whole, ...groupsBy(own, groupBy, (comment) => comment)]
      return groups.map(({ key, label, members }): Comments['groups'][number] => {
        const place = { administrationId, group: key, label }
        const list = shown.get(key)
        return list
          ? { ...place, hidden: null, heldBack, ...shownComments(list) }
          : {
              ...place,
              hidden: writersOf(members) < minimum ? 'small' : 'complement',
              heldBack: false,
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
  const themes = [...new Set(written.flatMap((comment) => comment.themes))]
    .map((theme) => ({ theme, people: writersOf(written.filter((comment) => comment.themes.includes(theme))) }))
    .sort((a, b) => b.people - a.people || a.theme.localeCompare(b.theme, 'en'))
  return {
    people: writersOf(written),
    themes,
    // By their text: the order of the file would tell who answered when.
    comments: written
      .map(({ id, item, text, themes: own }) => ({ id, item, text, themes: own }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en')),
  }
}
