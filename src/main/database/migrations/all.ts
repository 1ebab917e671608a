import { first } from '#main/database/migrations/0001_first.ts'
import { roster } from '#main/database/migrations/0002_roster.ts'
import { importMemory } from '#main/database/migrations/0003_import_memory.ts'
import { design } from '#main/database/migrations/0004_design.ts'
import { staff } from '#main/database/migrations/0005_staff.ts'
import { budget } from '#main/database/migrations/0006_budget.ts'
import { evaluation } from '#main/database/migrations/0007_evaluation.ts'
import { coaching } from '#main/database/migrations/0008_coaching.ts'
import type { Migration } from '#main/database/migrations/migration.ts'

/** Every migration, in order of version, from 1 without a gap. */
export const migrations: readonly Migration[] = [
  first,
  roster,
  importMemory,
  design,
  staff,
  budget,
  evaluation,
  coaching,
]
