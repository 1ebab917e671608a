import type { Migration } from '#main/database/migrations/migration.ts'

const day = (column: string) => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`
const tracked = 'id TEXT PRIMARY KEY, revision INTEGER NOT NULL CHECK (revision > 0)'

const tables = `
CREATE TABLE history_entry (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'erase')),
  label TEXT NOT NULL,
  reason TEXT,
  request_id TEXT NOT NULL,
  reverses_id TEXT UNIQUE REFERENCES history_entry (id)
) STRICT;

CREATE TABLE history_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entry_id TEXT NOT NULL REFERENCES history_entry (id) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  person_id TEXT,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX history_change_entry ON history_change (entry_id);
CREATE INDEX history_change_row ON history_change (table_name, row_id);
CREATE INDEX history_change_person ON history_change (person_id) WHERE person_id IS NOT NULL;

-- The entry under which the open transaction writes; empty between transactions.
CREATE TABLE history_current (
  slot INTEGER PRIMARY KEY CHECK (slot = 1),
  entry_id TEXT NOT NULL,
  erasing INTEGER NOT NULL CHECK (erasing IN (0, 1))
) STRICT;

CREATE TABLE request (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;
CREATE INDEX request_at ON request (at);

CREATE TABLE program (
  ${tracked},
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ume', 'gme')),
  institution TEXT NOT NULL,
  year INTEGER NOT NULL
) STRICT;

CREATE TABLE cohort (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX cohort_program ON cohort (program_id);

CREATE TABLE site (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX site_program ON site (program_id);

CREATE TABLE person (
  ${tracked},
  last_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  middle_name TEXT NOT NULL,
  suffix TEXT NOT NULL,
  preferred_name TEXT NOT NULL,
  degrees TEXT NOT NULL,
  department TEXT NOT NULL,
  specialty TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE person_identity (
  ${tracked},
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  match_key TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  UNIQUE (kind, match_key)
) STRICT;
CREATE INDEX person_identity_person ON person_identity (person_id);

CREATE TABLE enrolment (
  ${tracked},
  person_id TEXT NOT NULL REFERENCES person (id),
  program_id TEXT NOT NULL REFERENCES program (id),
  cohort_id TEXT REFERENCES cohort (id),
  site_id TEXT REFERENCES site (id),
  class_year INTEGER,
  track TEXT NOT NULL,
  starts_on TEXT ${day('starts_on')},
  ends_on TEXT ${day('ends_on')}
) STRICT;
CREATE INDEX enrolment_person ON enrolment (person_id);
CREATE INDEX enrolment_program ON enrolment (program_id);
CREATE INDEX enrolment_cohort ON enrolment (cohort_id);
CREATE INDEX enrolment_site ON enrolment (site_id);

CREATE TABLE enrolment_standing (
  ${tracked},
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  from_on TEXT NOT NULL ${day('from_on')},
  to_on TEXT ${day('to_on')} CHECK (to_on >= from_on),
  status TEXT NOT NULL,
  level TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (enrolment_id, from_on)
) STRICT;
CREATE UNIQUE INDEX enrolment_standing_open ON enrolment_standing (enrolment_id) WHERE to_on IS NULL;

CREATE TABLE appointment (
  ${tracked},
  person_id TEXT NOT NULL REFERENCES person (id),
  program_id TEXT NOT NULL REFERENCES program (id),
  site_id TEXT REFERENCES site (id),
  coach_type TEXT NOT NULL,
  starts_on TEXT ${day('starts_on')},
  ends_on TEXT ${day('ends_on')}
) STRICT;
CREATE INDEX appointment_person ON appointment (person_id);
CREATE INDEX appointment_program ON appointment (program_id);
CREATE INDEX appointment_site ON appointment (site_id);

CREATE TABLE appointment_standing (
  ${tracked},
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  from_on TEXT NOT NULL ${day('from_on')},
  to_on TEXT ${day('to_on')} CHECK (to_on >= from_on),
  status TEXT NOT NULL,
  capacity INTEGER CHECK (capacity >= 0),
  effort INTEGER CHECK (effort BETWEEN 0 AND 10000),
  reason TEXT NOT NULL,
  UNIQUE (appointment_id, from_on)
) STRICT;
CREATE UNIQUE INDEX appointment_standing_open ON appointment_standing (appointment_id) WHERE to_on IS NULL;

CREATE TABLE grid_view (
  ${tracked},
  grid TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  UNIQUE (grid, name)
) STRICT;

CREATE TABLE import_run (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  imported_as TEXT NOT NULL,
  program_id TEXT NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  entry_id TEXT NOT NULL
) STRICT;
CREATE INDEX import_run_sha256 ON import_run (sha256);

CREATE TABLE export_run (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  what TEXT NOT NULL,
  file_name TEXT NOT NULL,
  audience TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT;
`

const appendOnly = ['history_entry', 'history_change', 'import_run', 'export_run']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (event) => `
CREATE TRIGGER ${table}_no_${event.toLowerCase()} BEFORE ${event} ON ${table}
WHEN NOT EXISTS (SELECT 1 FROM history_current WHERE erasing = 1) BEGIN
  SELECT RAISE(ABORT, '${table} is append-only');
END;`,
    ),
  )
  .join('')

export const first: Migration = { version: 1, sql: tables + appendOnly }
