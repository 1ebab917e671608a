import { ClipboardPaste, FileSpreadsheet } from 'lucide-react'
import { useEffect, useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { Button } from '#renderer/ui/Button.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import type { RosterKind } from '#shared/roster/schema.ts'
import { PasteDialog } from './PasteDialog.tsx'

interface ChooseStepProps {
  kind: RosterKind
  onKind: (kind: RosterKind) => void
  onFile: (name: string, bytes: Blob) => void
}

const accepted = ['.xlsx', '.xlsm', '.csv', '.tsv', '.txt']

/** What a block of cells pasted from Excel is called where a file would have its name. */
export const pastedName = 'pasted.tsv'

/** The first step: whose roster it is, and the file. */
export function ChooseStep({ kind, onKind, onFile }: ChooseStepProps) {
  const [isPasting, setPasting] = useState(false)
  usePasted(onFile)
  return (
    <div className="cd-import-choose">
      <RadioGroup<RosterKind>
        label="The file lists"
        value={kind}
        onChange={onKind}
        choices={[
          { id: 'learners', label: 'Learners', description: 'Students, residents or fellows, one in each row' },
          { id: 'coaches', label: 'Coaches', description: 'Faculty and others who coach, one in each row' },
        ]}
      />
      <DropZone
        className="cd-import-drop"
        onDrop={async ({ items }) => {
          const file = items.find((item) => item.kind === 'file')
          if (file) return onFile(file.name, await file.getFile())
          const text = items.find((item) => item.kind === 'text')
          if (text) onFile(pastedName, new Blob([await text.getText('text/plain')]))
        }}
      >
        <FileSpreadsheet size={24} strokeWidth={1.5} aria-hidden />
        <Text slot="label">Drop a spreadsheet here, or paste cells with Ctrl+V</Text>
        <div className="cd-import-ways">
          <FileTrigger
            acceptedFileTypes={accepted}
            onSelect={(files) => {
              const file = files?.[0]
              if (file) onFile(file.name, file)
            }}
          >
            <Button kind="primary">Choose a file</Button>
          </FileTrigger>
          <Button icon={ClipboardPaste} onPress={() => setPasting(true)}>
            Paste from Excel
          </Button>
        </div>
        <p>Excel (.xlsx, .xlsm) or text (.csv, .tsv). It is read on this computer only.</p>
      </DropZone>
      <section className="cd-import-hints" aria-label="What helps">
        <h2>What helps</h2>
        <ul>
          <li>One row for each person, under a row of column names. Title rows above it are skipped.</li>
          <li>A last name is all that is needed; an id or an e-mail lets the next import find the same person.</li>
          <li>Every visible sheet that looks like a roster is read: one tab for each class is fine.</li>
          <li>An empty cell leaves what is stored as it is. Nobody is removed because a file does not name them.</li>
        </ul>
      </section>
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onText={(text) => {
            setPasting(false)
            onFile(pastedName, new Blob([text]))
          }}
        />
      )}
    </div>
  )
}

/** Takes cells or a file that are pasted while nothing is being typed. */
function usePasted(onFile: ChooseStepProps['onFile']): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [role=dialog]')) return
      const file = event.clipboardData?.files[0]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() !== '') onFile(pastedName, new Blob([text]))
      else if (file) onFile(file.name, file)
      else return
      event.preventDefault()
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [onFile])
}
