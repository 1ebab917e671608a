import { Bookmark, BookmarkPlus, ChevronDown, RotateCcw, Save, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { Menu, type MenuAction } from '#renderer/ui/Menu.tsx'
import type { GridView } from '#shared/workspace/schema.ts'
import { nameSchema } from './viewName.ts'
import type { PeopleGrid } from './views.ts'
import type { RosterViews } from './useRosterView.ts'

interface ViewsMenuProps {
  kind: PeopleGrid
  views: RosterViews
}

/** The saved ways of looking at a roster: choose one, keep the present one, throw one away. */
export function ViewsMenu({ kind, views }: ViewsMenuProps) {
  const { view, own, saved, state, choose, isChanged } = views
  const [isNaming, setNaming] = useState(false)
  const queries = useQueryClient()
  const done = useDone()
  const input = { grid: kind }
  const save = useChange('workspace.saveView', {
    patch: (_, stored) =>
      queries.setQueryData<GridView[]>(['workspace.listViews', input], (before = []) => [
        ...before.filter(({ id }) => id !== stored.id),
        stored,
      ]),
  })
  const remove = useChange('workspace.deleteView')
  const mine = saved.find(({ id }) => id === view.id)

  const update = async () => {
    if (!mine) return
    await save.mutateAsync({ id: mine.id, revision: mine.revision, grid: kind, name: mine.name, state: { ...state } })
    await done(`View "${mine.name}" updated`)
  }
  const discard = async () => {
    if (!mine) return
    await remove.mutateAsync({ id: mine.id })
    choose(own[0]!)
    await done(`View "${mine.name}" deleted`)
  }

  const choices: MenuAction[] = [...own, ...saved].map((one) => ({
    id: one.id,
    label: one.name,
    ...(one.id === view.id && { icon: Bookmark }),
    onAction: () => choose(one),
  }))
  const changes: MenuAction[] = [
    {
      id: 'reset',
      label: `Reset to "${view.name}"`,
      icon: RotateCcw,
      isDisabled: !isChanged,
      onAction: () => choose(view),
    },
    { id: 'saveAs', label: 'Save as a new view…', icon: BookmarkPlus, onAction: () => setNaming(true) },
  ]
  const own_ = mine
    ? [
        {
          id: 'update',
          label: `Update "${mine.name}"`,
          icon: Save,
          isDisabled: !isChanged,
          onAction: () => void update().catch(showProblem),
        },
        {
          id: 'delete',
          label: `Delete "${mine.name}"`,
          icon: Trash2,
          isDanger: true,
          onAction: () => void discard().catch(showProblem),
        },
      ]
    : []

  return (
    <>
      <Menu label="Views" groups={[choices, [...changes, ...own_]]}>
        <Button icon={Bookmark} kind="quiet">
          <span className="cd-roster-view-name">
            <span className="cd-visually-hidden">View: </span>
            {view.name}
            {isChanged && ' (changed)'}
          </span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      {isNaming && (
        <NameDialog
          taken={saved.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onName={async (name) => {
            const stored = await save.mutateAsync({ grid: kind, name, state: { ...state } })
            choose({ id: stored.id, name, state })
            setNaming(false)
            await done(`View "${name}" saved`)
          }}
        />
      )}
    </>
  )
}

interface NameDialogProps {
  taken: readonly string[]
  onName: (name: string) => Promise<void>
  onClose: () => void
}

function NameDialog({ taken, onName, onClose }: NameDialogProps) {
  const form = useForm(nameSchema(taken), { name: '' })
  return (
    <Dialog title="Save this view" isOpen onClose={onClose}>
      <form noValidate onSubmit={form.submit(({ name }) => onName(name).catch(showProblem))}>
        <TextField
          label="Name"
          description="Keeps what is searched, filtered and sorted, and the columns as they stand."
          autoFocus
          {...form.field('name')}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isBusy={form.isBusy}>
            Save view
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
