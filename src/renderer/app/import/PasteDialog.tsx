import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/form/TextField.tsx'
import { count } from '#shared/kernel/text.ts'

interface PasteDialogProps {
  onText: (text: string) => void
  onClose: () => void
}

/** Takes cells that were copied in Excel, where the file itself is not at hand. */
export function PasteDialog({ onText, onClose }: PasteDialogProps) {
  const [text, setText] = useState('')
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length
  return (
    <Dialog title="Paste from Excel" isOpen onClose={onClose} width="medium">
      <form
        className="cd-file-paste"
        onSubmit={(event) => {
          event.preventDefault()
          if (lines > 0) onText(text)
        }}
      >
        <TextField
          label="Cells"
          value={text}
          onChange={setText}
          isMultiline
          autoFocus
          description={
            lines === 0
              ? 'Copy the cells in Excel, with the row of column names, and paste them here.'
              : `${count(lines, 'row')}, the column names among them.`
          }
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={lines === 0}>
            Preview these cells
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
