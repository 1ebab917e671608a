import './fileDrop.css'
import { ClipboardPaste, FileSpreadsheet } from 'lucide-react'
import { useEffect, useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { PasteDialog } from './PasteDialog.tsx'
import { Button } from '#renderer/ui/Button.tsx'

interface FileDropProps {
  onFile: (name: string, bytes: Blob) => void
}

const accepted = ['.xlsx', '.xlsm', '.csv', '.tsv', '.txt']

/** What a block of cells pasted from Excel is called where a file would have its name. */
const pastedName = 'pasted.tsv'

/** Takes the spreadsheet to import: dropped, chosen, or as cells pasted from Excel. */
export function FileDrop({ onFile }: FileDropProps) {
  const [isPasting, setPasting] = useState(false)
  usePasted(onFile)
  return (
    <>
      <DropZone
        className="cd-file-drop"
        onDrop={async ({ items }) => {
          const file = items.find((item) => item.kind === 'file')
          if (file) return onFile(file.name, await file.getFile())
          const text = items.find((item) => item.kind === 'text')
          if (text) onFile(pastedName, new Blob([await text.getText('text/plain')]))
        }}
      >
        <FileSpreadsheet size={24} strokeWidth={1.5} aria-hidden />
        <Text slot="label">Drop a spreadsheet here, or paste cells with Ctrl+V</Text>
        <div className="cd-file-ways">
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
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onText={(text) => {
            setPasting(false)
            onFile(pastedName, new Blob([text]))
          }}
        />
      )}
    </>
  )
}

/** Takes cells or a file that are pasted while nothing is being typed. */
function usePasted(onFile: FileDropProps['onFile']): void {
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
