import './instruments.css'
import { useMemo, useState } from 'react'
import { problemOf, useChange, useRead } from '#renderer/app/api.ts'
import { LeaveDialog } from '#renderer/app/LeaveDialog.tsx'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { useForm } from '#renderer/ui/form/useForm.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'
import { effectOfSaving } from '#shared/evaluation/savingInstrument.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { Part } from '../Part.tsx'
import { AboutPart } from './AboutPart.tsx'
import { copyDraft, draftOf, emptyDraft, type InstrumentDraft } from './draft.ts'
import type { EditorTask } from './editorTask.ts'
import { instrumentForm } from './formSchema.ts'
import { instrumentFrom } from './fromDraft.ts'
import { ItemsPart } from './ItemsPart.tsx'
import { keysFor } from './keys.ts'
import { ResponseScalesPart } from './ResponseScalesPart.tsx'
import { SubscalesPart } from './SubscalesPart.tsx'
import { savingWords } from './words.ts'

interface Props {
  task: EditorTask
  /** With the key of the instrument to show; null where none was made. */
  onClose: (key: string | null) => void
}

/** Makes an instrument, or changes one: its items, how they are answered, and how they are scored. */
export function InstrumentEditor({ task, onClose }: Props) {
  const source = task.kind === 'empty' ? null : task.source
  const changed = task.kind === 'change' ? task.source : null
  const known = useRead('evaluation.listInstruments', {}).data
  const schema = useMemo(
    () => instrumentForm((known ?? []).filter(({ key }) => key !== changed?.key).map(({ name }) => name)),
    [known, changed],
  )
  const [initial] = useState(() => draftFor(task))
  const form = useForm(schema, initial)
  const save = useChange('evaluation.saveInstrument')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isLeaving, setLeaving] = useState(false)

  const submit = async (draft: InstrumentDraft): Promise<void> => {
    setProblem(null)
    const { licence = ownLicence } = source ?? {}
    const key = changed?.key ?? newKey(draft.name, known ?? [])
    try {
      const saved = await save.mutateAsync({
        instrument: { ...instrumentFrom(draft), key, version: 1, licence },
        replaces: changed?.version ?? null,
        ...(changed && { revision: changed.revision }),
      })
      onClose(saved.key)
      await done(`Saved ${saved.name}${saved.version > 1 ? ` as version ${saved.version}` : ''}`)
    } catch (error) {
      const refused = problemOf(error)
      setProblem(refused)
      if (refused.details) form.refuse(refused.details)
    }
  }
  const leave = (): void => onClose(task.kind === 'copy' || task.kind === 'change' ? task.source.key : null)
  const cancel = (): void => (form.isChanged ? setLeaving(true) : leave())

  return (
    <form className="cd-instrument-editor" noValidate onSubmit={form.submit(submit)}>
      <PageHeader
        title={titleOf(task)}
        summary={changed ? savingWords(changed) : newWords(task)}
        actions={
          <>
            <Button onPress={cancel}>Cancel</Button>
            <Button kind="primary" type="submit" isBusy={form.isBusy}>
              {changed && effectOfSaving(changed) === 'newVersion'
                ? `Save as version ${changed.version + 1}`
                : 'Save instrument'}
            </Button>
          </>
        }
      />
      {problem && <ProblemNotice problem={problem} />}
      <Part label="Instrument">
        <AboutPart form={form} isStored={changed !== null} />
        <ItemsPart form={form} />
        <ResponseScalesPart form={form} />
        <SubscalesPart form={form} />
      </Part>
      <LeaveDialog isUnsaved={form.isChanged && !form.isBusy} />
      <ConfirmDialog
        title="Leave without saving?"
        verb="Discard changes"
        isOpen={isLeaving}
        onConfirm={leave}
        onClose={() => setLeaving(false)}
      >
        <p>What was changed here is not stored yet.</p>
      </ConfirmDialog>
    </form>
  )
}

const ownLicence: ListedInstrument['licence'] = {
  kind: 'public',
  holder: 'Your program',
  terms: '',
  source: '',
  administrationsLeft: null,
  expiresOn: null,
}

function draftFor(task: EditorTask): InstrumentDraft {
  switch (task.kind) {
    case 'empty':
      return emptyDraft()
    case 'template':
      return copyDraft(task.source, '')
    case 'copy':
      return copyDraft(task.source, `Copy of ${task.source.name}`)
    case 'change':
      return draftOf(task.source, { isStored: true })
  }
}

const titleOf = (task: EditorTask): string => (task.kind === 'change' ? `Edit ${task.source.name}` : 'New instrument')

function newWords(task: EditorTask): string {
  const from =
    task.kind === 'empty' || task.kind === 'change' ? 'It' : `A copy of ${task.source.name}, which stays as it is; it`
  return `${from} can be asked with once it is saved and a wave is added.`
}

/** A key that no instrument has. */
const newKey = (name: string, known: readonly ListedInstrument[]): string =>
  keysFor([...known.map(({ key }) => ({ key, words: '' })), { key: '', words: name }], 'instrument').at(-1)!
