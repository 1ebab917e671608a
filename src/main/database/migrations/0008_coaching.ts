import type { Migration } from '#main/database/migrations/migration.ts'

const day = (column: string) => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`
const tracked = 'id TEXT PRIMARY KEY, revision INTEGER NOT NULL CHECK (revision > 0)'

/** What a coach did: meetings, modules done, observations. No column for what was talked about. */
export const coaching: Migration = {
  version: 8,
  sql: `
CREATE TABLE meeting (
  ${tracked},
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  met_on TEXT NOT NULL ${day('met_on')},
  outcome TEXT NOT NULL CHECK (outcome IN ('held', 'missed')),
  mode TEXT CHECK (mode IN ('inPerson', 'video', 'phone')),
  minutes INTEGER CHECK (minutes BETWEEN 1 AND 600)
) STRICT;
CREATE INDEX meeting_enrolment ON meeting (enrolment_id);
CREATE INDEX meeting_appointment ON meeting (appointment_id, met_on);

CREATE TABLE module_completion (
  ${tracked},
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  module_id TEXT NOT NULL,
  module_name TEXT NOT NULL,
  completed_on TEXT NOT NULL ${day('completed_on')}
) STRICT;
CREATE INDEX module_completion_appointment ON module_completion (appointment_id);

CREATE TABLE observation (
  ${tracked},
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  observer_id TEXT REFERENCES appointment (id),
  observed_on TEXT NOT NULL ${day('observed_on')},
  round TEXT NOT NULL
) STRICT;
CREATE INDEX observation_appointment ON observation (appointment_id);
CREATE INDEX observation_observer ON observation (observer_id) WHERE observer_id IS NOT NULL;
`,
}
