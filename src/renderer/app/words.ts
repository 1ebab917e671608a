import type { BudgetTab, DataTab, EvaluationTab } from '#renderer/app/search.ts'
import type { BackupReason, OpenFile } from '#shared/workspace/schema.ts'

/** Why the folder of a data file is a risk to it. */
export const fileWarnings: Record<NonNullable<OpenFile['warning']>, { short: string; long: string }> = {
  synced: {
    short: 'In a synced folder',
    long: 'This data file is in a synced folder. Syncing can damage a data file while it is open. Keep it in a folder of this computer, and sync the backups instead.',
  },
  network: {
    short: 'On a network drive',
    long: 'This data file is on a network drive. A lost connection can damage it while it is open. Keep it in a folder of this computer, and copy the backups to the network.',
  },
}

export const backupReasons: Record<BackupReason, string> = {
  daily: 'Daily',
  manual: 'On demand',
  import: 'Before an import',
  migration: 'Before an update of the data file',
  restore: 'Before a restore',
}

/** "12.4 MB" */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value.toLocaleString('en-US', { maximumFractionDigits: unit > 1 ? 1 : 0 })} ${units[unit]}`
}

export const dataTabLabels: Record<DataTab, string> = {
  files: 'Files',
  backups: 'Backups',
  history: 'History',
  imports: 'Imports',
  exports: 'Exports',
}

export const budgetTabLabels: Record<BudgetTab, string> = {
  plan: 'Plan',
  positions: 'Positions',
  lines: 'Lines',
  rates: 'Funds and rates',
  scenarios: 'Scenarios',
  actuals: 'Plan vs actual',
}

export const evaluationTabLabels: Record<EvaluationTab, string> = {
  waves: 'Waves',
  results: 'Results',
  goals: 'Goals',
  coaches: 'Coaches',
  comments: 'Comments',
  instruments: 'Instruments',
  released: 'Released',
}
