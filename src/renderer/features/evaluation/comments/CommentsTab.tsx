import './comments.css'
import { MessageSquare } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { Comments } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { hiddenWords } from '../evaluationWords.ts'
import { InstrumentBar } from '../InstrumentBar.tsx'
import { Part } from '../Part.tsx'
import { Reading } from '../Reading.tsx'
import { useEvaluationSearch } from '../useEvaluationSearch.ts'
import { useShownInstrument } from '../useShownInstrument.ts'
import { CommentThemes } from './CommentThemes.tsx'

type Group = Comments['groups'][number]

/** What people wrote, with its themes, only of groups in which enough people wrote. */
export function CommentsTab({ programId }: { programId: Id }) {
  const { audience, by } = useEvaluationSearch()
  const { used, shown: instrument } = useShownInstrument(programId)
  const comments = useRead(
    'evaluation.comments',
    { programId, audience, instrumentKey: instrument ?? '', groupBy: by },
    { enabled: instrument !== undefined },
  )
  const waves = useRead('evaluation.listAdministrations', { programId }).data ?? []
  if (used && instrument === undefined)
    return (
      <EmptyState icon={MessageSquare} title="No comments yet">
        Comments come with imported responses.
      </EmptyState>
    )
  return (
    <Reading of={comments} label="Comments">
      {({ groups, minimum }) => (
        <Part label="Comments">
          <InstrumentBar used={used ?? []} instrument={instrument ?? ''} />
          {groups.length === 0 && <p>There are no comments to show, or this audience does not see them.</p>}
          {newestFirst(groups).map((group) => (
            <section key={`${group.administrationId} ${group.group}`} className="cd-comments">
              <h2>{`${waves.find(({ id }) => id === group.administrationId)?.name ?? ''}, ${group.label}`}</h2>
              {group.hidden ? (
                <p className="cd-quiet">{hiddenWords(group.hidden, minimum)}</p>
              ) : (
                <CommentGroup programId={programId} group={group} />
              )}
            </section>
          ))}
        </Part>
      )}
    </Reading>
  )
}

/** The waves newest first, the groups of each in their order. */
const newestFirst = (groups: readonly Group[]): Group[] =>
  [...Map.groupBy(groups, ({ administrationId }) => administrationId).values()].toReversed().flat()

function CommentGroup({ programId, group }: { programId: Id; group: Group }) {
  return (
    <>
      <p>
        {`${count(group.people ?? 0, 'person', 'people')} wrote. `}
        {group.themes.length === 0
          ? 'No themes are coded yet.'
          : `Themes: ${group.themes.map(({ theme, people }) => `${theme} (${people})`).join(', ')}.`}
      </p>
      {group.heldBack && (
        <p className="cd-quiet">Newer comments wait until enough people have written since the last export.</p>
      )}
      <ul>
        {group.comments.map((comment) => (
          <li key={comment.id}>
            <p>{comment.text}</p>
            <CommentThemes programId={programId} id={comment.id} themes={comment.themes} />
          </li>
        ))}
      </ul>
    </>
  )
}
