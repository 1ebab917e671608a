import type { Migration } from '#main/database/migrations/migration.ts'

const day = (column: string) => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`
const tracked = 'id TEXT PRIMARY KEY, revision INTEGER NOT NULL CHECK (revision > 0)'

/** Pairings, which are about two people, and the fields a program adds of its own. */
export const roster: Migration = {
  version: 2,
  sql: `
ALTER TABLE history_change ADD COLUMN other_person_id TEXT;
CREATE INDEX history_change_other_person ON history_change (other_person_id) WHERE other_person_id IS NOT NULL;

CREATE TABLE pairing (
  ${tracked},
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  from_on TEXT NOT NULL ${day('from_on')},
  to_on TEXT ${day('to_on')} CHECK (to_on >= from_on),
  started_why TEXT NOT NULL,
  ended_why TEXT NOT NULL,
  UNIQUE (enrolment_id, appointment_id, from_on)
) STRICT;
CREATE INDEX pairing_appointment ON pairing (appointment_id);
CREATE UNIQUE INDEX pairing_open ON pairing (enrolment_id, appointment_id) WHERE to_on IS NULL;

CREATE TABLE custom_field (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('learners', 'coaches')),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX custom_field_program ON custom_field (program_id);

CREATE TABLE custom_value (
  ${tracked},
  field_id TEXT NOT NULL REFERENCES custom_field (id),
  enrolment_id TEXT REFERENCES enrolment (id),
  appointment_id TEXT REFERENCES appointment (id),
  value TEXT NOT NULL,
  CHECK ((enrolment_id IS NULL) <> (appointment_id IS NULL)),
  UNIQUE (field_id, enrolment_id),
  UNIQUE (field_id, appointment_id)
) STRICT;
CREATE INDEX custom_value_enrolment ON custom_value (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX custom_value_appointment ON custom_value (appointment_id) WHERE appointment_id IS NOT NULL;
`,
}
