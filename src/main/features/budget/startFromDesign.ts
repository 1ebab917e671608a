import type { Kysely } from 'kysely'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { NewItem } from '#main/features/budget/repository.ts'
import { designOf, getDesign } from '#main/features/program/design.ts'
import { readResource } from '#main/resources.ts'
import { type Assumptions, assumptionsSchema } from '#shared/budget/assumptionsSchema.ts'
import type { PositionRole } from '#shared/budget/categories.ts'
import {
  type CoachPayModel,
  fringeClassSchema,
  fundSchema,
  payPlanSchema,
  positionSchema,
  salaryCapSchema,
} from '#shared/budget/itemSchemas.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Design } from '#shared/program/design/design.ts'
import * as z from 'zod'

type Db = Kysely<Tables>
type Staffing = Design['staffing']['choices']

/**
 * What a first budget begins with: the positions, funds and pay that question 5 decided, and the salary caps that are
 * public. Amounts that nobody decided are left open, to be asked for.
 */
export async function startFromDesign(db: Db, programId: Id): Promise<{ assumptions: Assumptions; items: NewItem[] }> {
  const { staffing } = designOf((await getDesign(db, { programId })).answers)
  const caps = z
    .array(salaryCapSchema)
    .parse(JSON.parse(new TextDecoder().decode(await readResource('budget/salaryCaps.json'))))
  const funds = staffing.choices.funding.map(({ source, pays, endsOn }) =>
    newItem('fund', fundSchema.parse({ name: source.slice(0, 120), endsOn, restrictions: pays })),
  )
  const only = funds.length === 1 ? [{ fund: funds[0]!.key, share: 10_000 }] : []
  const fringe = (name: string) => newItem('fringeClass', fringeClassSchema.parse({ name }))
  const [faculty, staff, extra] = [fringe('Faculty'), fringe('Professional staff'), fringe('Extra compensation')]
  const { payModel, coachEffort, stipendCents } = staffing.choices
  const plan = newItem(
    'payPlan',
    payPlanSchema.parse({
      name: 'Coaches',
      model: payModelOf(payModel),
      effort: coachEffort,
      stipend: stipendCents,
      fringeClass: faculty.key,
      stipendFringeClass: extra.key,
      funds: only,
    }),
  )
  const positions = staffing.choices.positions.map(({ title, holder, effort, duties }) => {
    const role = roleOf(title)
    return newItem(
      'position',
      positionSchema.parse({
        role,
        title: title.slice(0, 120),
        holder: holder.slice(0, 120),
        effort: effort ?? 0,
        fringeClass: facultyRoles.has(role) ? faculty.key : staff.key,
        funds: only,
        note: duties,
      }),
    )
  })
  return {
    assumptions: assumptionsSchema.parse({ payPlan: plan.key }),
    items: [...funds, faculty, staff, extra, ...caps.map((cap) => newItem('salaryCap', cap)), plan, ...positions],
  }
}

const newItem = (kind: NewItem['kind'], content: NewItem['content']): NewItem => ({
  key: newId(),
  scenarioId: null,
  kind,
  content,
  personId: null,
})

/** Teaching credit costs the program nothing: the effort is shown all the same. */
const payModels: Record<NonNullable<Staffing['payModel']>, CoachPayModel> = {
  effort: 'effort',
  stipend: 'stipend',
  teachingCredit: 'volunteer',
  volunteer: 'volunteer',
  mixed: 'hybrid',
}

const payModelOf = (model: Staffing['payModel']): CoachPayModel => (model === null ? 'effort' : payModels[model])

const facultyRoles: ReadonlySet<PositionRole> = new Set(['leadCoach', 'director', 'associateDirector', 'dean', 'coach'])

/** The role that a title names; the first that fits. */
const titles: readonly [RegExp, PositionRole][] = [
  [/\bdean\b/i, 'dean'],
  [/associate|assistant director|deputy/i, 'associateDirector'],
  [/director/i, 'director'],
  [/lead coach/i, 'leadCoach'],
  [/coach/i, 'coach'],
  [/coordinat/i, 'coordinator'],
  [/data|analyst/i, 'dataManager'],
  [/evaluat/i, 'evaluator'],
  [/train/i, 'trainer'],
  [/admin|manager|assistant/i, 'administrator'],
]

const roleOf = (title: string): PositionRole => titles.find(([pattern]) => pattern.test(title))?.[1] ?? 'other'
