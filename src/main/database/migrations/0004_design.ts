import type { Migration } from '#main/database/migrations/migration.ts'

const day = (column: string) => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`
const tracked = 'id TEXT PRIMARY KEY, revision INTEGER NOT NULL CHECK (revision > 0)'

/** The design of a program in versions, the tasks done in a year, and programs that are put away. */
export const design: Migration = {
  version: 4,
  sql: `
ALTER TABLE program ADD COLUMN archived_on TEXT ${day('archived_on')};

CREATE TABLE design_version (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  number INTEGER NOT NULL CHECK (number > 0),
  status TEXT NOT NULL CHECK (status IN ('draft', 'adopted', 'superseded')),
  adopted_on TEXT ${day('adopted_on')},
  adopted_by TEXT NOT NULL,
  UNIQUE (program_id, number),
  CHECK ((status = 'draft') = (adopted_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX design_version_draft ON design_version (program_id) WHERE status = 'draft';
CREATE UNIQUE INDEX design_version_adopted ON design_version (program_id) WHERE status = 'adopted';

CREATE TABLE design_answer (
  ${tracked},
  version_id TEXT NOT NULL REFERENCES design_version (id),
  question TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  UNIQUE (version_id, question)
) STRICT;

CREATE TABLE program_task (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  year INTEGER NOT NULL,
  task TEXT NOT NULL,
  done_at TEXT NOT NULL,
  done_by TEXT NOT NULL,
  UNIQUE (program_id, year, task)
) STRICT;
`,
}
