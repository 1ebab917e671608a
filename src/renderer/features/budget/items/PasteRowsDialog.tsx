import { useMemo, useState } from 'react'
import { problemOf } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { decodeTsv } from '#renderer/ui/grid/clipboard.ts'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { ItemKind } from '#shared/budget/itemSchemas.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import type { ContentOf, ItemColumn } from './itemColumns.ts'
import { kindFacts } from './itemKinds.ts'
import { readPastedRows } from './pasteRows.ts'

interface Props<K extends ItemKind> {
  kind: K
  columns: readonly ItemColumn<K>[]
  /** What a row starts with. */
  begun: ContentOf<K>
  onAdd: (contents: ContentOf<K>[]) => Promise<void>
  onClose: () => void
}

const shownProblems = 8

/** Adds the rows of a block copied in Excel, after saying how they were read. */
export function PasteRowsDialog<K extends ItemKind>({ kind, columns, begun, onAdd, onClose }: Props<K>) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const done = useDone()
  const { noun } = kindFacts[kind]
  const read = useMemo(
    () => (text.trim() === '' ? null : readPastedRows(kind, decodeTsv(text), columns, begun)),
    [kind, text, columns, begun],
  )
  const rows = read?.contents.length ?? 0
  const add = async (contents: ContentOf<K>[]): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await onAdd(contents)
      onClose()
      await done(`Added ${count(contents.length, noun.one, noun.many)}`)
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog title={`Paste ${noun.many}`} isOpen onClose={onClose} width="medium">
      <form
        className="cd-paste-rows"
        onSubmit={(event) => {
          event.preventDefault()
          if (read && rows > 0 && !isBusy) void add(read.contents)
        }}
      >
        <TextField
          label="Cells"
          value={text}
          onChange={setText}
          isMultiline
          autoFocus
          description="Copy the rows in Excel, with their headings or in the order of the columns here, and paste them."
        />
        {read && (
          <div role="status">
            <p>{`${count(rows, noun.one, noun.many)} to add. Read as: ${read.headers.map((header) => header ?? '(left out)').join(', ')}.`}</p>
            {read.problems.length > 0 && (
              <ul>
                {read.problems.slice(0, shownProblems).map(({ row, message }) => (
                  <li key={`${row} ${message}`}>{`Row ${row}, ${message}`}</li>
                ))}
                {read.problems.length > shownProblems && <li>{`and ${read.problems.length - shownProblems} more`}</li>}
              </ul>
            )}
          </div>
        )}
        {problem && <ProblemNotice problem={problem} />}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={rows === 0} isBusy={isBusy}>
            {rows === 0 ? `Add ${noun.many}` : `Add ${count(rows, noun.one, noun.many)}`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
