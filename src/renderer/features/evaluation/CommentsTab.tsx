import { MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { useChange, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import type { Comments } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { hiddenWords } from './evaluationWords.ts'
import { InstrumentBar, useUsedInstruments } from './InstrumentBar.tsx'
import { Part } from './Part.tsx'
import { Reading } from './Reading.tsx'
import { useEvaluationSearch } from './useEvaluationSearch.ts'

type Group = Comments['groups'][number]

/** What people wrote, with its themes, only of groups in which enough people wrote. */
export function CommentsTab({ programId }: { programId: Id }) {
  const { audience, instrument: asked, by } = useEvaluationSearch()
  const used = useUsedInstruments(programId)
  const instrument = asked ?? used?.[0]?.id
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
      <ul>
        {group.comments.map((comment) => (
          <li key={comment.id}>
            <p>{comment.text}</p>
            <Themes programId={programId} id={comment.id} themes={comment.themes} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The themes of a comment, and a field that codes them. */
function Themes({ programId, id, themes }: { programId: Id; id: Id; themes: readonly string[] }) {
  const [typed, setTyped] = useState<string | null>(null)
  const [wasOpen, setWasOpen] = useState(false)
  const save = useChange('evaluation.setThemes')
  const done = useDone()
  if (typed === null)
    return (
      <Button kind="quiet" onPress={() => setTyped(themes.join(', '))} autoFocus={wasOpen}>
        {themes.length === 0 ? 'Code themes' : themes.join(', ')}
        <span className="cd-visually-hidden">{themes.length === 0 ? '' : ': change themes'}</span>
      </Button>
    )
  const close = (): void => {
    // The field goes with the focus in it: back to what opened it.
    setWasOpen(true)
    setTyped(null)
  }
  const keep = async (): Promise<void> => {
    const next = [...new Set(typed.split(',').map((theme) => theme.trim()))].filter((theme) => theme !== '')
    await save.mutateAsync({ programId, comments: [{ id, themes: next }] })
    close()
    await done('Coded the themes of a comment')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void keep().catch(showProblem)
      }}
    >
      <TextField label="Themes, with commas between" value={typed} onChange={setTyped} autoFocus />
      <Button type="submit" isBusy={save.isPending}>
        Save themes
      </Button>
      <Button onPress={close}>Cancel</Button>
    </form>
  )
}
