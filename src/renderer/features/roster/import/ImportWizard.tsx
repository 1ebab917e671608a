import '#renderer/app/page.css'
import './import.css'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { ChooseStep } from './ChooseStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { takeHanded } from './handedFile.ts'
import { peopleWords } from './peopleWords.ts'
import { PreviewStep } from './PreviewStep.tsx'
import { Steps } from './Steps.tsx'
import { type AfterImport, useImport } from './useImport.ts'

/** Brings a spreadsheet into the roster in three steps; nothing is written before the second is confirmed. */
export function ImportWizard({ program }: { program: Program }) {
  const navigate = useNavigate()
  const { as: kind = 'learners' } = useSearch({ strict: false })
  const state = useImport(program.id, kind)
  const { preview, applying, running, problem, staged } = state
  const today = useWorkspaceInfo()?.today ?? ''
  const [after, setAfter] = useState<AfterImport | null>(null)
  const noneMissing: AfterImport = { choices: {}, fromOn: today }

  const takeUp = useEffectEvent(() => {
    const file = takeHanded()
    if (file) void state.begin(file.name, file)
  })
  useEffect(() => takeUp(), [])

  const setKind = (as: PeopleKind): void => {
    void navigate({ to: '.', search: (before) => ({ ...before, as }), replace: true })
    setAfter(null)
    // What was decided for learners means nothing for coaches; which sheet and header row are read does.
    const { sheet, headerRow, cells } = state.reading
    void state.readAgain({ ...(sheet && { sheet }), ...(headerRow && { headerRow }), ...(cells && { cells }) }, as)
  }
  const restart = (): void => {
    setAfter(null)
    state.restart()
  }
  const leave = (): void =>
    void navigate({
      to: pages[kind],
      params: { programId: program.id },
    })

  const step = applying.status === 'done' ? 'done' : preview && !problem ? 'check' : 'choose'
  const { many } = peopleWords[kind]
  const title = `Import ${many}`

  if (applying.status === 'done' && preview)
    return (
      <Page title={title} summary={`From ${preview.file} into ${program.name}.`} step="done">
        <DoneStep
          result={applying.output}
          markedFrom={after?.fromOn ?? today}
          file={preview.file}
          kind={kind}
          program={program}
          onShow={leave}
          onAnother={restart}
        />
      </Page>
    )

  if (applying.status === 'running' && running)
    return (
      <Page title={title} summary={`From ${preview?.file ?? ''} into ${program.name}.`} step="check">
        <div className="cd-import-progress">
          <Progress {...running} />
          <p className="cd-quiet">It is written in one step: cancelled, it leaves everything as it was.</p>
        </div>
      </Page>
    )

  if (problem)
    return (
      <Page title={title} summary={staged ? `${staged.name} was not imported.` : 'Nothing was imported.'} step={step}>
        <ProblemNotice
          problem={problem}
          actions={
            <>
              <Button onPress={restart}>Choose another file</Button>
              {preview && staged && <Button onPress={() => void state.goBack()}>Back to the preview</Button>}
            </>
          }
        />
      </Page>
    )

  if (preview && staged)
    return (
      <PreviewStep
        title={`${title} from ${preview.file}`}
        handle={staged.handle}
        preview={preview}
        program={program}
        kind={kind}
        reading={state.reading}
        isReading={running !== null}
        after={after ?? noneMissing}
        onAfter={setAfter}
        onKind={setKind}
        onReading={(how) => void state.readAgain(how)}
        onTyped={state.readSoon}
        onImport={(badRows) => void state.apply(badRows, after ?? noneMissing)}
        onRestart={restart}
        onLeave={leave}
      />
    )

  return (
    <Page
      title={title}
      summary={`Into ${program.name}. First a preview says what will change; nothing is written before that.`}
      step="choose"
      actions={<Button onPress={leave}>Back to the {many}</Button>}
    >
      {running ? (
        <div className="cd-import-progress">
          <Progress {...running} onCancel={restart} />
        </div>
      ) : (
        <ChooseStep kind={kind} onKind={setKind} onFile={(name, bytes) => void state.begin(name, bytes)} />
      )}
    </Page>
  )
}

const pages = {
  learners: '/programs/$programId/learners',
  coaches: '/programs/$programId/coaches',
  staff: '/programs/$programId/staff',
} as const

interface PageProps {
  title: string
  summary: string
  step: 'choose' | 'check' | 'done'
  actions?: ReactNode
  children: ReactNode
}

function Page({ title, summary, step, actions, children }: PageProps) {
  return (
    <div className="cd-page">
      <PageHeader title={title} summary={summary} actions={actions} />
      <Steps current={step} />
      {children}
    </div>
  )
}
