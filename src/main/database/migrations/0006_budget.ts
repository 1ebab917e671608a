import type { Migration } from '#main/database/migrations/migration.ts'

const day = (column: string) => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`
const tracked = 'id TEXT PRIMARY KEY, revision INTEGER NOT NULL CHECK (revision > 0)'

/** Budgets in versions with their scenarios, and what the ledger says was spent. */
export const budget: Migration = {
  version: 6,
  sql: `
CREATE TABLE budget (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  number INTEGER NOT NULL CHECK (number > 0),
  status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'superseded')),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  assumptions TEXT NOT NULL CHECK (json_valid(assumptions)),
  approved_on TEXT ${day('approved_on')},
  approved_by TEXT NOT NULL,
  facts TEXT CHECK (json_valid(facts)),
  changed_at TEXT NOT NULL,
  UNIQUE (program_id, number),
  CHECK ((status = 'draft') = (approved_on IS NULL)),
  CHECK ((status = 'draft') = (facts IS NULL))
) STRICT;
CREATE UNIQUE INDEX budget_approved ON budget (program_id) WHERE status = 'approved';

CREATE TABLE budget_scenario (
  ${tracked},
  budget_id TEXT NOT NULL REFERENCES budget (id),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (budget_id, name)
) STRICT;

CREATE TABLE budget_item (
  ${tracked},
  budget_id TEXT NOT NULL REFERENCES budget (id),
  scenario_id TEXT REFERENCES budget_scenario (id),
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  person_id TEXT,
  UNIQUE (budget_id, key)
) STRICT;
CREATE INDEX budget_item_scenario ON budget_item (scenario_id) WHERE scenario_id IS NOT NULL;
CREATE INDEX budget_item_person ON budget_item (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE budget_difference (
  ${tracked},
  scenario_id TEXT NOT NULL REFERENCES budget_scenario (id),
  item_key TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  UNIQUE (scenario_id, item_key, field)
) STRICT;

CREATE TABLE budget_note (
  ${tracked},
  budget_id TEXT NOT NULL REFERENCES budget (id),
  fiscal_year INTEGER NOT NULL,
  category TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (budget_id, fiscal_year, category)
) STRICT;

CREATE TABLE ledger_entry (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  posted_on TEXT NOT NULL ${day('posted_on')},
  kind TEXT NOT NULL CHECK (kind IN ('actual', 'encumbrance')),
  account TEXT NOT NULL,
  fund_code TEXT NOT NULL,
  description TEXT NOT NULL,
  reference TEXT NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_entry_program ON ledger_entry (program_id, posted_on);

CREATE TABLE ledger_account (
  ${tracked},
  program_id TEXT NOT NULL REFERENCES program (id),
  account TEXT NOT NULL,
  fund_code TEXT NOT NULL,
  category TEXT,
  item_key TEXT,
  UNIQUE (program_id, account, fund_code)
) STRICT;
`,
}
