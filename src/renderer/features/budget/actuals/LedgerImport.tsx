import { FileImport } from '#renderer/app/import/FileImport.tsx'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { LedgerImportResult } from '#shared/budget/ledgerSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { LedgerPreviewPart } from './LedgerPreviewPart.tsx'
import { useLedgerImport } from './useLedgerImport.ts'

interface Props {
  programId: Id
  onClose: () => void
}

/** Brings an export of the ledger into the budget: the file, what it would add, then one step that can be undone. */
export function LedgerImport({ programId, onClose }: Props) {
  const ledger = useLedgerImport(programId)
  const { preview, problem } = ledger
  const done = useDone()
  const apply = async (): Promise<void> => {
    const result = await ledger.apply()
    if (!result) return
    onClose()
    await done(doneWords(result.counts))
  }
  return (
    <section className="cd-budget-part cd-ledger-import" aria-labelledby="ledger-import">
      <header className="cd-budget-bar">
        <h2 id="ledger-import">{preview ? `Import ledger from ${preview.file}` : 'Import ledger'}</h2>
        <span>
          {(preview || problem) && <Button onPress={ledger.restart}>Choose another file</Button>}
          <Button onPress={onClose}>Cancel import</Button>
        </span>
      </header>
      <FileImport
        file={ledger}
        hint="The export of the program’s accounts from the finance system, one row for each entry, with date, account and amount. The same file can be imported again: entries that are there already are left out."
      >
        {(shown) => (
          <LedgerPreviewPart
            preview={shown}
            reading={ledger.reading}
            isBusy={ledger.running !== null}
            onReading={(how) => void ledger.readAgain(how)}
            onImport={() => void apply()}
          />
        )}
      </FileImport>
    </section>
  )
}

function doneWords({ create, released }: LedgerImportResult['counts']): string {
  if (create > 0) return `Imported ${count(create, 'entry', 'entries')}`
  return released > 0 ? `Released ${count(released, 'commitment')}` : 'Placed the accounts'
}
