import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useChange } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { useFiles } from '#renderer/app/useFiles.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { newDraft } from './draft.ts'
import { ProgramForm } from './ProgramForm.tsx'

/** Starts a program; in the data file that is open, else in a first one that is made for it. */
export function NewProgramPage() {
  const { next } = useSearch({ from: '/programs/new' })
  const info = useWorkspaceInfo()
  const { ensureFile } = useFiles()
  const create = useChange('program.create')
  const navigate = useNavigate()
  const { history } = useRouter()
  const done = useDone()
  if (!info) return null

  const isImport = next === 'import'
  return (
    <div className="cd-page">
      <PageHeader
        title={isImport ? 'Which program is the roster for?' : 'Start a program'}
        summary={
          isImport
            ? 'A roster belongs to a program. Cohorts and sites can be changed later, in Program set-up.'
            : 'Everything here can be changed later, in Program set-up.'
        }
      />
      <ProgramForm
        key={String(isImport)}
        initial={newDraft(info.today)}
        today={info.today}
        isShort={isImport}
        verb={isImport ? 'Start program and choose a file' : 'Start program'}
        onCancel={() => history.back()}
        onSave={async (draft) => {
          await ensureFile()
          const { id, name } = await create.mutateAsync(draft)
          if (isImport)
            await navigate({
              to: '/programs/$programId/import',
              params: { programId: id },
              search: { as: 'learners' },
              // What the form holds has just been stored.
              ignoreBlocker: true,
            })
          else await navigate({ to: '/', search: { program: id }, ignoreBlocker: true })
          await done(`Started ${name}`)
        }}
      />
    </div>
  )
}
