import * as z from 'zod'
import { questionSchema } from '#shared/program/design/design.ts'
import { programKindSchema } from '#shared/program/schema.ts'

const bandSchema = z.object({ from: z.number(), to: z.number() })

/** A published figure, and how far it can be trusted. */
export const benchmarkSchema = z.object({
  id: z.string(),
  question: questionSchema,
  field: z.string().nullable().describe('the choice it stands beside; null where it is about the question as a whole'),
  kind: programKindSchema.nullable().describe('null where it fits both'),
  label: z.string(),
  figure: z.string().describe('as published: "64 % (16 of 25)"; empty where none was found'),
  range: bandSchema.nullable().describe('what was seen, where a number can be compared with it'),
  usual: bandSchema.nullable().describe('the usual part of the range'),
  population: z.string(),
  year: z.string(),
  strength: z.string().describe('what kind of evidence it is'),
  sources: z.array(z.object({ key: z.string(), title: z.string(), address: z.string() })),
})
export type Benchmark = z.infer<typeof benchmarkSchema>
