import type { Kysely, Selectable } from 'kysely'
import * as z from 'zod'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { BudgetItemTable, BudgetTable } from '#main/database/tables/budget.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { type Assumptions, assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import { type BudgetItem, budgetItemSchema } from '#shared/budget/itemSchemas.ts'
import {
  type Budget,
  type BudgetSettings,
  budgetSettingsSchema,
  type Difference,
  type Scenario,
} from '#shared/budget/schema.ts'
import { type StaffingFacts, staffingFactsSchema } from '#shared/budget/staffingFactsSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { displayName } from '#shared/roster/personName.ts'

type Db = Kysely<Tables>

// Parsed as they are read, so that a field added in a later release has its default in what was stored before.
const budgetOf = (row: Selectable<BudgetTable>): Budget => ({
  id: row.id,
  revision: row.revision,
  programId: row.program_id,
  number: row.number,
  status: row.status,
  approvedOn: row.approved_on,
  approvedBy: row.approved_by,
  changedAt: row.changed_at,
  settings: budgetSettingsSchema.parse(JSON.parse(row.settings)),
  assumptions: assumptionsSchema.parse(JSON.parse(row.assumptions)),
})

/** The versions of a program's budget, newest first. */
export async function loadBudgets(db: Db, programId: Id): Promise<Budget[]> {
  const rows = await db
    .selectFrom('budget')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(budgetOf)
}

/** A budget with the facts it was approved with; these are null for a draft, which reads them live. */
export async function findBudget(
  db: Db,
  id: Id,
): Promise<{ budget: Budget; approvedFacts: StaffingFacts | null } | undefined> {
  const row = await db.selectFrom('budget').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return { budget: budgetOf(row), approvedFacts: row.facts === null ? null : await namedFacts(db, row.facts) }
}

/** Names are not kept with the facts: somebody who was erased is not named by an old budget either. */
async function namedFacts(db: Db, json: string): Promise<StaffingFacts> {
  const facts = staffingFactsSchema.parse(JSON.parse(json))
  const ids = facts.coaches.map(({ personId }) => personId)
  const names = await namesOf(db, ids)
  return {
    ...facts,
    coaches: facts.coaches.map((coach) => ({ ...coach, name: names.get(coach.personId) ?? 'A coach since erased' })),
  }
}

/** What people are called everywhere, by their ids; who is not in the data file is left out. */
export async function namesOf(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'last_name as lastName', 'first_name as firstName', 'middle_name as middleName', 'suffix'])
    .select('preferred_name as preferredName')
    .where('id', 'in', ids)
    .execute()
  return new Map(people.map((person) => [person.id, displayName(person)]))
}

export async function insertBudget(
  db: Db,
  budget: { programId: Id; number: number; settings: BudgetSettings; assumptions: Assumptions },
  call: CallContext,
): Promise<Id> {
  const id = newId()
  await db
    .insertInto('budget')
    .values({
      id,
      revision: 1,
      program_id: budget.programId,
      number: budget.number,
      status: 'draft',
      settings: JSON.stringify(budget.settings),
      assumptions: JSON.stringify(budget.assumptions),
      approved_on: null,
      approved_by: '',
      facts: null,
      changed_at: call.now,
    })
    .execute()
  return id
}

/** Writes what is given over a budget. */
export async function updateBudget(
  db: Db,
  id: Id,
  set: { settings?: BudgetSettings; assumptions?: Assumptions },
  call: CallContext,
): Promise<void> {
  await db
    .updateTable('budget')
    .set((eb) => ({
      ...(set.settings && { settings: JSON.stringify(set.settings) }),
      ...(set.assumptions && { assumptions: JSON.stringify(set.assumptions) }),
      changed_at: call.now,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markApproved(
  db: Db,
  id: Id,
  { on, by, facts }: { on: PlainDate; by: string; facts: StaffingFacts },
): Promise<void> {
  const nameless = { ...facts, coaches: facts.coaches.map((coach) => ({ ...coach, name: '' })) }
  await db
    .updateTable('budget')
    .set((eb) => ({
      status: 'approved',
      approved_on: on,
      approved_by: by,
      facts: JSON.stringify(nameless),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markSuperseded(db: Db, programId: Id): Promise<void> {
  await db
    .updateTable('budget')
    .set((eb) => ({ status: 'superseded', revision: eb('revision', '+', 1) }))
    .where('program_id', '=', programId)
    .where('status', '=', 'approved')
    .execute()
}

/** Deletes a budget with all its parts. */
export async function deleteBudget(db: Db, id: Id): Promise<void> {
  const scenarios = db.selectFrom('budget_scenario').select('id').where('budget_id', '=', id)
  await db.deleteFrom('budget_difference').where('scenario_id', 'in', scenarios).execute()
  for (const table of ['budget_item', 'budget_scenario', 'budget_note'] as const)
    await db.deleteFrom(table).where('budget_id', '=', id).execute()
  await db.deleteFrom('budget').where('id', '=', id).execute()
}

/** The parts of a budget in the order of their grids. */
export async function loadItems(db: Db, budgetId: Id): Promise<BudgetItem[]> {
  const rows = await db
    .selectFrom('budget_item')
    .selectAll()
    .where('budget_id', '=', budgetId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const names = await namesOf(
    db,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  return rows.map((row) => itemOf(row, names))
}

/** A position that somebody of the data file holds bears their name; it is open where they were erased. */
function itemOf(row: Selectable<BudgetItemTable>, names: ReadonlyMap<Id, string>): BudgetItem {
  const { id, key, revision, kind, person_id: personId } = row
  const content = JSON.parse(row.content) as Record<string, unknown>
  const held = kind === 'position' && personId !== null ? { personId, holder: names.get(personId) ?? '' } : {}
  return budgetItemSchema.parse({
    id,
    key,
    revision,
    scenarioId: row.scenario_id,
    kind,
    content: { ...content, ...held },
  })
}

/** A part to be stored: its person stands in a column, so that erasing them leaves nothing behind. */
export interface NewItem {
  key: Id
  scenarioId: Id | null
  kind: BudgetItem['kind']
  content: BudgetItem['content']
  personId: Id | null
}

const stored = ({ content, personId }: Pick<NewItem, 'content' | 'personId'>) => {
  const { personId: _, ...kept } = content as Record<string, unknown>
  const nameless = 'holder' in kept && personId !== null ? { ...kept, holder: '' } : kept
  return { content: JSON.stringify(nameless), person_id: personId }
}

/** Adds parts after those there are. */
export async function insertItems(db: Db, budgetId: Id, items: readonly NewItem[]): Promise<void> {
  const last = await db
    .selectFrom('budget_item')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .where('budget_id', '=', budgetId)
    .executeTakeFirst()
  const first = (last?.position ?? -1) + 1
  for (const [index, item] of items.entries())
    await db
      .insertInto('budget_item')
      .values({
        id: newId(),
        revision: 1,
        budget_id: budgetId,
        scenario_id: item.scenarioId,
        key: item.key,
        kind: item.kind,
        position: first + index,
        ...stored(item),
      })
      .execute()
}

export async function updateItem(db: Db, id: Id, item: Pick<NewItem, 'content' | 'personId'>): Promise<void> {
  await db
    .updateTable('budget_item')
    .set((eb) => ({ ...stored(item), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteItems(db: Db, ids: readonly Id[]): Promise<void> {
  for (const id of ids) await db.deleteFrom('budget_item').where('id', '=', id).execute()
}

/** The person of each appointment. */
export async function personOfAppointments(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('appointment').select(['id', 'person_id']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, person_id }) => [id, person_id]))
}

/** The scenarios of a budget with their differences, in their order. */
export async function loadScenarios(db: Db, budgetId: Id): Promise<Scenario[]> {
  const [scenarios, differences] = await Promise.all([
    db
      .selectFrom('budget_scenario')
      .select(['id', 'revision', 'name', 'note'])
      .where('budget_id', '=', budgetId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('budget_difference')
      .innerJoin('budget_scenario', 'budget_scenario.id', 'scenario_id')
      .select(['scenario_id', 'item_key', 'field', 'value'])
      .where('budget_id', '=', budgetId)
      .orderBy('budget_difference.id')
      .execute(),
  ])
  const of = Map.groupBy(differences, ({ scenario_id }) => scenario_id)
  return scenarios.map((scenario) => ({
    ...scenario,
    differences: (of.get(scenario.id) ?? []).map(({ item_key, field, value }) => ({
      itemKey: item_key === '' ? null : item_key,
      field,
      value: z.json().parse(JSON.parse(value)),
    })),
  }))
}

export async function insertScenario(
  db: Db,
  budgetId: Id,
  { name, note, position }: { name: string; note: string; position: number },
): Promise<Id> {
  const id = newId()
  await db
    .insertInto('budget_scenario')
    .values({ id, revision: 1, budget_id: budgetId, name, note, position })
    .execute()
  return id
}

export async function updateScenario(db: Db, id: Id, set: { name: string; note: string }): Promise<void> {
  await db
    .updateTable('budget_scenario')
    .set((eb) => ({ ...set, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Deletes a scenario with its differences and the parts that only it has. */
export async function deleteScenario(db: Db, id: Id): Promise<void> {
  await db.deleteFrom('budget_difference').where('scenario_id', '=', id).execute()
  await db.deleteFrom('budget_item').where('scenario_id', '=', id).execute()
  await db.deleteFrom('budget_scenario').where('id', '=', id).execute()
}

/** Says what a scenario has otherwise, in place of what it had otherwise in that field before. */
export async function putDifference(db: Db, scenarioId: Id, { itemKey, field, value }: Difference): Promise<void> {
  const row = await differenceRow(db, scenarioId, { itemKey, field })
  const json = JSON.stringify(value)
  if (row === undefined)
    await db
      .insertInto('budget_difference')
      .values({ id: newId(), revision: 1, scenario_id: scenarioId, item_key: itemKey ?? '', field, value: json })
      .execute()
  else if (row.value !== json)
    await db
      .updateTable('budget_difference')
      .set((eb) => ({ value: json, revision: eb('revision', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

export async function deleteDifference(
  db: Db,
  scenarioId: Id,
  { itemKey, field }: Pick<Difference, 'itemKey' | 'field'>,
): Promise<void> {
  await db
    .deleteFrom('budget_difference')
    .where('scenario_id', '=', scenarioId)
    .where('item_key', '=', itemKey ?? '')
    .where('field', '=', field)
    .execute()
}

function differenceRow(
  db: Db,
  scenarioId: Id,
  { itemKey, field }: Pick<Difference, 'itemKey' | 'field'>,
): Promise<{ id: Id; value: string } | undefined> {
  return db
    .selectFrom('budget_difference')
    .select(['id', 'value'])
    .where('scenario_id', '=', scenarioId)
    .where('item_key', '=', itemKey ?? '')
    .where('field', '=', field)
    .executeTakeFirst()
}
