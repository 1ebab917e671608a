import './answerForm.css'
import { useRef } from 'react'
import { useFieldLeft } from '#renderer/app/useFieldLeft.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import type { Question } from '#shared/program/design/design.ts'
import { type Bind, bindTo } from './bind.ts'
import { AssessmentForm } from './forms/AssessmentForm.tsx'
import { BuyInForm } from './forms/BuyInForm.tsx'
import { DevelopmentForm } from './forms/DevelopmentForm.tsx'
import { GoalsForm } from './forms/GoalsForm.tsx'
import { RecruitmentForm } from './forms/RecruitmentForm.tsx'
import { StaffingForm } from './forms/StaffingForm.tsx'
import { StakeholdersForm } from './forms/StakeholdersForm.tsx'
import { StructureForm } from './forms/StructureForm.tsx'
import { type Records, RecordParts } from './RecordParts.tsx'
import { type DesignView, useAnswer } from './useAnswer.ts'

interface Props<Q extends Question> {
  programId: string
  question: Q
  view: DesignView
}

const forms = {
  goals: GoalsForm,
  stakeholders: StakeholdersForm,
  structure: StructureForm,
  recruitment: RecruitmentForm,
  staffing: StaffingForm,
  buyIn: BuyInForm,
  development: DevelopmentForm,
  assessment: AssessmentForm,
}

/** The answer to one question, stored as its fields are left. */
export function AnswerEditor<Q extends Question>({ programId, question, view }: Props<Q>) {
  const answer = useAnswer(programId, question, view)
  // The form is that of the question; TypeScript does not follow a key into a union.
  const bind = answer.bind as unknown as Bind<{ choices: unknown }>
  const Form = forms[question] as (props: { bind: Bind<unknown> }) => React.ReactNode
  const form = useRef<HTMLFormElement>(null)
  useFieldLeft(form, answer.flush)
  const { savedBy } = view.answers[question]
  return (
    <form
      ref={form}
      className="cd-answer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        answer.flush()
      }}
    >
      <output
        className="cd-answer-state"
        data-state={answer.errors + answer.unreadable > 0 || answer.problem ? 'wrong' : answer.state}
      >
        {stateInWords(answer, savedBy)}
      </output>
      {answer.problem && (
        <ProblemNotice
          problem={withoutPaths(answer.problem)}
          actions={
            answer.problem.code === 'stale' ? (
              <>
                <Button onPress={answer.takeStored}>Show what is stored</Button>
                <Button onPress={answer.keepMine}>Store mine over it</Button>
              </>
            ) : (
              <Button onPress={answer.flush}>Try again</Button>
            )
          }
        />
      )}
      <Form bind={bindTo(bind, 'choices')} />
      <RecordParts bind={answer.bind as unknown as Bind<Records>} />
    </form>
  )
}

/** What differs is named in words; where it stands in the data says nothing to whoever reads it. */
const withoutPaths = (problem: Problem): Problem =>
  problem.details ? { ...problem, details: problem.details.map(({ message }) => ({ path: '', message })) } : problem

function stateInWords(
  { state, errors, unreadable, problem }: { state: string; errors: number; unreadable: number; problem: unknown },
  savedBy: string,
): string {
  if (errors > 0) return `Not saved: ${count(errors, 'entry', 'entries')} to correct`
  if (problem) return 'Not saved'
  if (state === 'saving') return 'Saving'
  if (unreadable > 0) return `Saved, but for ${count(unreadable, 'entry', 'entries')} to correct`
  return savedBy === '' ? 'Saved as each field is left' : `Saved, last by ${savedBy}`
}
