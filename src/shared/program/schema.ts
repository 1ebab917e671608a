import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

/** `ume`: a medical-school class program. `gme`: a residency or fellowship. */
export const programKinds = ['ume', 'gme'] as const
export const programKindSchema = z.enum(programKinds)
export type ProgramKind = z.infer<typeof programKindSchema>

export const programKindLabels: Record<ProgramKind, string> = {
  ume: 'Medical school',
  gme: 'Residency or fellowship',
}

const nameSchema = z.string().trim().min(1, 'Enter a name.').max(120, 'Keep it under 120 characters.')

export const cohortSchema = z.object({ id: idSchema, name: nameSchema })
export const siteSchema = z.object({ id: idSchema, name: nameSchema })

const partSchema = z.object({ id: idSchema.optional().describe('absent for a new one'), name: nameSchema })

const uniqueNames = (parts: { name: string }[]): boolean =>
  new Set(parts.map((part) => part.name.toLowerCase())).size === parts.length

/** What the user fills in for a program. Cohorts and sites left out are removed, where nobody is in them. */
export const programDraftSchema = z.object({
  name: nameSchema,
  kind: programKindSchema,
  institution: z.string().trim().max(120, 'Keep it under 120 characters.').default(''),
  year: z.int().min(1990).max(2100).describe('the academic year by the year it starts in: 2026 is 2026-27'),
  cohorts: z.array(partSchema).max(40).refine(uniqueNames, 'Two cohorts have the same name.'),
  sites: z.array(partSchema).max(60).refine(uniqueNames, 'Two sites have the same name.'),
})

export const programSchema = z.object({
  id: idSchema,
  revision: z.int(),
  name: z.string(),
  kind: programKindSchema,
  institution: z.string(),
  year: z.int(),
  cohorts: z.array(cohortSchema),
  sites: z.array(siteSchema),
  learners: z.int().describe('enrolled today, whatever their status, unless they left'),
  coaches: z.int(),
  archivedOn: plainDateSchema.nullable().describe('the day it was put away; null while it is in use'),
})

export type Program = z.infer<typeof programSchema>
export type ProgramDraft = z.infer<typeof programDraftSchema>
