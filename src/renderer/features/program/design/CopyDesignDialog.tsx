import './answerForm.css'
import { useState } from 'react'
import { problemOf, useChange, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { Problem } from '#shared/kernel/problem.ts'
import { type Question, questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { Program } from '#shared/program/schema.ts'

interface Props {
  from: Program
  programs: readonly Program[]
  onClose: () => void
}

/** Copies answers of one program into the draft of another. */
export function CopyDesignDialog({ from, programs, onClose }: Props) {
  const others = programs.filter(({ id }) => id !== from.id)
  const [toProgramId, setTo] = useState<string | null>(others.length === 1 ? others[0]!.id : null)
  const [chosen, setChosen] = useState<readonly Question[]>(questions)
  const [problem, setProblem] = useState<Problem | null>(null)
  const copy = useChange('program.copyDesign')
  const done = useDone()
  const start = useChange('program.startDesignVersion')
  const to = others.find(({ id }) => id === toProgramId)
  const there = useRead('program.getDesign', { programId: to?.id ?? '' }, { enabled: to !== undefined }).data
  // What was adopted stays as it is; the copy goes into a version after it.
  const needsVersion = there !== undefined && there.version.state !== 'draft'

  const run = async (): Promise<void> => {
    if (!to || !there || chosen.length === 0) return
    setProblem(null)
    try {
      if (needsVersion) await start.mutateAsync({ programId: to.id })
      await copy.mutateAsync({ fromProgramId: from.id, toProgramId: to.id, questions: [...chosen] })
      onClose()
      await done(`Copied the design to ${to.name}`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <Dialog title={`Copy the design of ${from.name}`} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p>
          {needsVersion
            ? `The design of ${to?.name} is adopted and stays as it is: a new version is started for the copy.`
            : 'The answers take the place of those in the draft of the other program. Undo brings them back.'}
        </p>
        <Select
          label="To"
          choices={others.map(({ id, name }) => ({ id, label: name }))}
          value={toProgramId}
          onChange={setTo}
          autoFocus
        />
        <fieldset className="cd-design-checks">
          <legend>Which answers</legend>
          <div>
            {questions.map((question) => (
              <Checkbox
                key={question}
                label={`${questionTexts[question].number}. ${questionTexts[question].title}`}
                value={chosen.includes(question)}
                onChange={(isChosen) =>
                  setChosen(questions.filter((each) => (each === question ? isChosen : chosen.includes(each))))
                }
              />
            ))}
          </div>
        </fieldset>
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            isBusy={start.isPending || copy.isPending}
            isDisabled={!there || chosen.length === 0}
          >
            Copy design
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
