import './question.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { type Question, questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import { AnswerInWords } from './AnswerInWords.tsx'
import { AnswerEditor } from './AnswerEditor.tsx'
import { Benchmarks } from './Benchmarks.tsx'
import { designOf, versionInWords } from './designWords.ts'
import { Findings } from './Findings.tsx'
import { NewVersionButton } from './NewVersionButton.tsx'
import { QuestionNav } from './QuestionNav.tsx'
import { settingLines } from './settingLines.ts'
import { SettingList } from './SettingList.tsx'
import { focusField } from './focusField.ts'

/** One of the eight questions: why it matters, what others decided, the answer, and what it drives. */
export function QuestionPage() {
  const { programId, question: asked } = useParams({ from: '/programs/$programId/design/$question' })
  const question = questions.find((each) => each === asked)
  if (question) return <KnownQuestion key={`${programId} ${question}`} programId={programId} question={question} />
  return (
    <div className="cd-page">
      <PageHeader title="Program design" />
      <EmptyState title="There is no such question">The design has eight questions. Choose one in the list.</EmptyState>
    </div>
  )
}

function KnownQuestion({ programId, question }: { programId: string; question: Question }) {
  const view = useRead('program.getDesign', { programId }).data
  const readiness = useRead('program.readiness', { programId }).data
  const program = usePrograms()?.find(({ id }) => id === programId)
  const { number, title, ask, why, drives } = questionTexts[question]
  const page = useRef<HTMLDivElement>(null)
  useFieldInAddress(page, view !== undefined)

  if (!view || !program)
    return (
      <div className="cd-page">
        <PageHeader title={title} />
        <Skeleton label={title} />
      </div>
    )
  const design = designOf(view.answers)
  const isDraft = view.version.state === 'draft'
  const lines = settingLines(design, view.settings).filter((line) => line.question === question)
  const findings = readiness?.findings.filter((finding) => finding.question === question) ?? []
  return (
    <div className="cd-page" ref={page}>
      <QuestionNav programId={programId} readiness={readiness} />
      <div className="cd-question-columns">
        <div className="cd-question-main">
          <PageHeader title={`${number}. ${title}`} summary={ask} />
          {!isDraft && (
            <div className="cd-design-adopted">
              <p>{`${versionInWords(view.version)}. It stays as it was adopted; a new version can be changed.`}</p>
              <NewVersionButton programId={programId} kind="plain" />
            </div>
          )}
          <Findings programId={programId} findings={findings} />
          {isDraft ? (
            <AnswerEditor programId={programId} question={question} view={view} />
          ) : (
            <AnswerInWords design={design} question={question} />
          )}
          <NextQuestion programId={programId} question={question} />
        </div>
        <aside className="cd-question-side" aria-label="About this question">
          <section>
            <h2>Why it matters</h2>
            <p>{why}</p>
            <p>{`It drives: ${drives.charAt(0).toLowerCase()}${drives.slice(1)}`}</p>
          </section>
          <Benchmarks design={design} question={question} kind={program.kind} />
          {lines.length > 0 && (
            <section>
              <h2>What this drives</h2>
              <SettingList programId={programId} lines={lines} />
            </section>
          )}
        </aside>
      </div>
    </div>
  )
}

function NextQuestion({ programId, question }: { programId: string; question: Question }) {
  const at = questions.indexOf(question)
  const link = (to: Question | undefined, words: string) =>
    to && (
      <Link to="/programs/$programId/design/$question" params={{ programId, question: to }}>
        {`${words}: ${questionTexts[to].title}`}
      </Link>
    )
  return (
    <p className="cd-question-next">
      {link(questions[at - 1], 'Previous')}
      {link(questions[at + 1], 'Next')}
    </p>
  )
}

/** Goes to the field that the address names, once, and takes it out of the address. */
function useFieldInAddress(page: React.RefObject<HTMLElement | null>, isReady: boolean): void {
  const { field } = useSearch({ from: '/programs/$programId/design/$question' })
  const navigate = useNavigate()
  useEffect(() => {
    if (!isReady || field === undefined || !page.current) return
    focusField(page.current, field)
    void navigate({ to: '.', search: {}, replace: true })
  }, [page, isReady, field, navigate])
}
