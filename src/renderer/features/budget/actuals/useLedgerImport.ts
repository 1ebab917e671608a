import { useFileImport } from '#renderer/app/import/useFileImport.ts'
import type { LedgerImportOptions } from '#shared/budget/ledgerSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** How the file is read: what somebody said about its columns, its accounts and its repeats. */
export type LedgerReading = Partial<Omit<LedgerImportOptions, 'handle' | 'programId'>>

/** A ledger from file to budget. */
export function useLedgerImport(programId: Id) {
  return useFileImport({
    preview: 'budget.previewLedger',
    apply: 'budget.applyLedger',
    first: {},
    input: (handle, reading: LedgerReading) => ({ handle, programId, ...reading }),
  })
}
