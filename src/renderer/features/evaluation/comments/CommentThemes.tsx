import { useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import type { Id } from '#shared/kernel/ids.ts'

/** The themes of a comment, and a field that codes them. */
export function CommentThemes({ programId, id, themes }: { programId: Id; id: Id; themes: readonly string[] }) {
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
