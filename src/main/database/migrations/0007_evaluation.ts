import type { Migration } from '#main/database/migrations/migration.ts'

const day = (column: string) => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`
const tracked = 'id TEXT PRIMARY KEY, revision INTEGER NOT NULL CHECK (revision > 0)'
const change = (event: string) => `
CREATE TRIGGER evaluation_release_no_${event} BEFORE ${event.toUpperCase()} ON evaluation_release
WHEN NOT EXISTS (SELECT 1 FROM history_current WHERE erasing = 1)
BEGIN SELECT RAISE(ABORT, 'evaluation_release is append-only'); END;`

/** Waves of instruments, their codes, responses and comments, and what was released of them. */
export const evaluation: Migration = {
  version: 7,
  sql: `
CREATE TABLE instrument_version (
  ${tracked},
  key TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (key, version)
) STRICT;

CREATE TABLE administration (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  instrument_key TEXT NOT NULL,
  instrument_version INTEGER NOT NULL,
  name TEXT NOT NULL,
  population TEXT NOT NULL CHECK (population IN ('learners', 'coaches')),
  opens_on TEXT NOT NULL ${day('opens_on')},
  closes_on TEXT NOT NULL ${day('closes_on')},
  identity TEXT NOT NULL CHECK (identity IN ('named', 'confidential', 'anonymous')),
  expected TEXT NOT NULL CHECK (json_valid(expected)),
  key_destroyed_at TEXT,
  UNIQUE (program_id, instrument_key, name),
  CHECK (opens_on <= closes_on)
) STRICT;

CREATE TABLE survey_code (
  ${tracked},
  administration_id TEXT NOT NULL REFERENCES administration (id),
  code TEXT NOT NULL,
  person_id TEXT NOT NULL,
  UNIQUE (administration_id, code),
  UNIQUE (administration_id, person_id)
) STRICT;
CREATE INDEX survey_code_person ON survey_code (person_id);

CREATE TABLE response (
  ${tracked},
  administration_id TEXT NOT NULL REFERENCES administration (id),
  source_id TEXT NOT NULL,
  person_id TEXT,
  code TEXT NOT NULL,
  appointment_id TEXT,
  recorded_on TEXT ${day('recorded_on')},
  level TEXT NOT NULL,
  site TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  left_out TEXT NOT NULL CHECK (json_valid(left_out)),
  state TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX response_administration ON response (administration_id, source_id);
CREATE INDEX response_person ON response (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX response_appointment ON response (appointment_id) WHERE appointment_id IS NOT NULL;

CREATE TABLE response_comment (
  ${tracked},
  administration_id TEXT NOT NULL REFERENCES administration (id),
  respondent TEXT NOT NULL,
  item TEXT NOT NULL,
  level TEXT NOT NULL,
  site TEXT NOT NULL,
  appointment_id TEXT,
  text TEXT NOT NULL,
  themes TEXT NOT NULL CHECK (json_valid(themes))
) STRICT;
CREATE INDEX response_comment_administration ON response_comment (administration_id);
CREATE INDEX response_comment_appointment ON response_comment (appointment_id) WHERE appointment_id IS NOT NULL;

CREATE TABLE evaluation_release (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  audience TEXT NOT NULL,
  what TEXT NOT NULL,
  file_name TEXT NOT NULL,
  year INTEGER NOT NULL,
  administrations TEXT NOT NULL CHECK (json_valid(administrations)),
  suppressed TEXT NOT NULL CHECK (json_valid(suppressed)),
  published TEXT NOT NULL CHECK (json_valid(published)),
  content TEXT CHECK (json_valid(content))
) STRICT;
CREATE INDEX evaluation_release_program ON evaluation_release (program_id);
${['update', 'delete'].map(change).join('')}
`,
}
