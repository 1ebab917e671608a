import type { Migration } from '#main/database/migrations/migration.ts'

const day = (column: string) => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`

/** Who runs a program, from a day to a day: one person may hold several roles, and coach as well. */
export const staff: Migration = {
  version: 5,
  sql: `
CREATE TABLE staff_role (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision > 0),
  person_id TEXT NOT NULL REFERENCES person (id),
  program_id TEXT NOT NULL REFERENCES program (id),
  site_id TEXT REFERENCES site (id),
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  effort INTEGER CHECK (effort BETWEEN 0 AND 10000),
  from_on TEXT NOT NULL ${day('from_on')},
  to_on TEXT ${day('to_on')} CHECK (to_on >= from_on),
  note TEXT NOT NULL,
  UNIQUE (person_id, program_id, role, from_on)
) STRICT;
CREATE INDEX staff_role_program ON staff_role (program_id);
CREATE INDEX staff_role_site ON staff_role (site_id);
`,
}
