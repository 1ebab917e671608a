import { useState } from 'react'
import { problemOf, useChange, useRead } from '#renderer/app/api.ts'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import type { AccountMapping, PlanVsActual } from '#shared/budget/actualsSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { type AccountRow, AccountsTable } from './AccountsTable.tsx'
import { accountKey } from './placement.ts'

interface Props {
  programId: Id
  unmapped: PlanVsActual['unmapped']
  onClose: () => void
}

/** Where the accounts of the ledger belong in the budget, those that belong nowhere yet first. */
export function AccountsDialog({ programId, unmapped, onClose }: Props) {
  const known = useRead('budget.listAccounts', { programId }).data
  const [changed, setChanged] = useState<ReadonlyMap<string, AccountMapping>>(new Map())
  const map = useChange('budget.mapAccounts')
  const done = useDone()
  const [problem, setProblem] = useState<Problem | null>(null)
  const rows: AccountRow[] = [
    ...unmapped.map(({ actual, encumbered, ...account }) => ({ ...account, amount: actual + encumbered })),
    ...(known ?? []),
  ].map((row) => ({ ...row, mapping: changed.get(accountKey(row)) ?? ('category' in row ? row : undefined) }))
  const save = async (): Promise<void> => {
    setProblem(null)
    try {
      await map.mutateAsync({ programId, accounts: [...changed.values()] })
      onClose()
      await done(`Placed ${count(changed.size, 'account')}`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <Dialog
      title="Accounts of the ledger"
      isOpen
      onClose={onClose}
      width="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={changed.size === 0} isBusy={map.isPending} onPress={() => void save()}>
            {changed.size === 0 ? 'Place accounts' : `Place ${count(changed.size, 'account')}`}
          </Button>
        </>
      }
    >
      {rows.length === 0 ? (
        <p>No account yet. They come with the first import of a ledger.</p>
      ) : (
        <>
          <p>An account is placed once; every later import follows it.</p>
          <AccountsTable
            rows={rows}
            onPlace={(row, mapping) => {
              const next = new Map(changed)
              if (mapping === null) next.delete(accountKey(row))
              else next.set(accountKey(row), mapping)
              setChanged(next)
            }}
          />
        </>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}
