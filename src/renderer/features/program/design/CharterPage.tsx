import './charter.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { questions } from '#shared/program/design/design.ts'
import { withoutOfficeNotes } from '#shared/program/design/outside.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import { BudgetInCharter } from './BudgetInCharter.tsx'
import { AnswerInWords } from './AnswerInWords.tsx'
import { DesignExportDialog } from './DesignExportDialog.tsx'
import { designOf, versionInWords } from './designWords.ts'

/** The design as a document to print and sign, on letter paper. */
export function CharterPage() {
  const { programId } = useParams({ from: '/programs/$programId/design/charter' })
  const { version: versionId } = useSearch({ from: '/programs/$programId/design/charter' })
  const view = useRead('program.getDesign', { programId, ...(versionId && { versionId }) })
  const program = usePrograms()?.find(({ id }) => id === programId)
  const [isExporting, setExporting] = useState(false)
  const problem = view.error?.problem
  if (!view.data || !program)
    return (
      <div className="cd-page">
        <PageHeader title="Charter" />
        {problem && problem.code !== 'disconnected' ? (
          <ProblemNotice problem={problem} />
        ) : (
          <Skeleton label="Charter" />
        )}
      </div>
    )
  const { version, answers } = view.data
  const design = withoutOfficeNotes(designOf(answers))
  return (
    <div className="cd-page">
      <PageHeader
        title="Charter"
        summary={`${versionInWords(version)}, as it prints.`}
        actions={
          <>
            <Button icon={FileText} onPress={() => setExporting(true)}>
              Export charter (.docx)…
            </Button>
            <Button icon={Printer} kind="primary" onPress={() => window.print()}>
              Print charter
            </Button>
          </>
        }
      />
      <article className="cd-charter">
        <header>
          <p>{program.institution || 'Charter of the coaching program'}</p>
          <h2>{program.name}</h2>
          <p>{`Program charter, ${formatAcademicYear(program.year)}. ${versionInWords(version)}.`}</p>
        </header>
        {questions.map((question) => {
          const { number, title, ask } = questionTexts[question]
          return (
            <section key={question}>
              <h3>{`${number}. ${title}`}</h3>
              <p className="cd-quiet">{ask}</p>
              <AnswerInWords design={design} question={question} isShort />
            </section>
          )
        })}
        <BudgetInCharter programId={programId} />
        <footer>
          {['Program director', 'Dean or designee'].map((who) => (
            <p key={who}>
              <span>{`${who}, name and signature`}</span>
              <span>Date</span>
            </p>
          ))}
        </footer>
      </article>
      {isExporting && (
        <DesignExportDialog
          what="charter"
          programId={programId}
          versionId={versionId}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  )
}
