import type { Migration } from '#main/database/migrations/migration.ts'

/** What was chosen for the columns of an import, so that the next file with these columns needs no choosing. */
export const importMemory: Migration = {
  version: 3,
  sql: `
CREATE TABLE import_memory (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  imported_as TEXT NOT NULL CHECK (imported_as IN ('learners', 'coaches')),
  headers TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  value_meanings TEXT NOT NULL CHECK (json_valid(value_meanings)),
  policies TEXT NOT NULL CHECK (json_valid(policies)),
  at TEXT NOT NULL,
  UNIQUE (program_id, imported_as, headers)
) STRICT;
`,
}
