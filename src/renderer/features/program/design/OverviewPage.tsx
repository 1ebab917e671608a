import './overview.css'
import './questionNumber.css'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import { count } from '#shared/kernel/text.ts'
import { type Design, questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { Readiness } from '#shared/program/design/readinessSchema.ts'
import { AdoptDialog } from './AdoptDialog.tsx'
import { DesignMenu } from './DesignMenu.tsx'
import { designOf, gistOf, readinessInWords, stateInWords, versionInWords } from './designWords.ts'
import { Findings } from './Findings.tsx'
import { NewVersionButton } from './NewVersionButton.tsx'
import { settingLines } from './settingLines.ts'
import { SettingsTable } from './SettingsTable.tsx'
import { VersionList } from './VersionList.tsx'

/** The program's design: where the eight questions stand, what is to be settled, and what the answers set. */
export function OverviewPage() {
  const { programId } = useParams({ from: '/programs/$programId/design' })
  const design = useRead('program.getDesign', { programId })
  const readiness = useRead('program.readiness', { programId }).data
  const versions = useRead('program.listDesignVersions', { programId }).data
  const adopted = versions?.find(({ state }) => state === 'adopted')
  const navigate = useNavigate()
  const [isAdopting, setAdopting] = useState(false)
  const problem = design.error?.problem
  if (!design.data || !readiness)
    return (
      <div className="cd-page">
        <PageHeader title="Program design" />
        {problem && problem.code !== 'disconnected' ? (
          <ProblemNotice problem={problem} />
        ) : (
          <Skeleton label="Program design" />
        )}
      </div>
    )
  const { version, answers, settings } = design.data
  const current = designOf(answers)
  return (
    <div className="cd-page cd-design">
      <PageHeader
        title="Program design"
        summary={`${versionInWords(version)}. ${readinessInWords(readiness)}.`}
        actions={
          <>
            <DesignMenu programId={programId} version={version} />
            {version.id === null && (
              <Button
                kind="primary"
                onPress={() =>
                  void navigate({
                    to: '/programs/$programId/design/$question',
                    params: { programId, question: questions[0] },
                  })
                }
              >
                Answer question 1
              </Button>
            )}
            {version.id !== null && version.state === 'draft' && (
              <Button kind="primary" onPress={() => setAdopting(true)}>
                Adopt…
              </Button>
            )}
            {version.state !== 'draft' && <NewVersionButton programId={programId} kind="primary" />}
          </>
        }
      />
      <div className="cd-design-columns">
        <div className="cd-design-main">
          <section aria-labelledby="design-questions">
            <h2 id="design-questions">The eight questions</h2>
            <QuestionList programId={programId} design={current} readiness={readiness} />
          </section>
          <section aria-labelledby="design-settings">
            <h2 id="design-settings">What the answers set</h2>
            {version.state === 'draft' && adopted && (
              <p className="cd-quiet">{`${versionInWords(adopted)}, holds until this draft is adopted.`}</p>
            )}
            <div className="cd-scroll-x">
              <SettingsTable programId={programId} lines={settingLines(current, settings)} />
            </div>
          </section>
        </div>
        <div className="cd-design-side">
          <section>
            <h2>To settle</h2>
            {readiness.findings.length === 0 && (
              <StatusDot tone="done">No answer contradicts another, or the rosters</StatusDot>
            )}
            <Findings programId={programId} findings={readiness.findings} hasQuestion />
          </section>
          <VersionList programId={programId} />
        </div>
      </div>
      {isAdopting && <AdoptDialog programId={programId} readiness={readiness} onClose={() => setAdopting(false)} />}
    </div>
  )
}

interface QuestionListProps {
  programId: string
  design: Design
  readiness: Readiness
}

function QuestionList({ programId, design, readiness }: QuestionListProps) {
  return (
    <ol className="cd-questions">
      {questions.map((question) => {
        const { number, title, ask } = questionTexts[question]
        const state = readiness.questions.find((each) => each.question === question)
        const flags = readiness.findings.filter((finding) => finding.question === question)
        const { tone, words } = state ? stateInWords(state) : { tone: 'neutral' as const, words: '' }
        const gist = gistOf(design, question)
        return (
          <li key={question}>
            <Link to="/programs/$programId/design/$question" params={{ programId, question }}>
              <span className="cd-question-number">{number}</span>
              <span className="cd-question-words">
                <b>{title}</b>
                <span className="cd-quiet">{gist === '' ? ask : gist}</span>
              </span>
              <span className="cd-question-state">
                <StatusDot tone={tone}>{words}</StatusDot>
                {state && state.openPoints > 0 && (
                  <span {...(state.late > 0 && { 'data-needs': true })}>
                    {count(state.openPoints, 'open point')}
                    {state.late > 0 && `, ${state.late} late`}
                  </span>
                )}
                {flags.length > 0 && <span data-needs>{`${flags.length} to look at`}</span>}
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
