import * as z from 'zod'
import { questionSchema } from '#shared/program/design/design.ts'
import { programKindSchema } from '#shared/program/schema.ts'

const bandSchema = z.object({ from: z.number(), to: z.number() })
const sourceSchema = z.object({ title: z.string(), address: z.string() })

const figureSchema = z.object({
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
})

/** A published figure, and how far it can be trusted. Ranges are in the unit of the choice: learners, basis points, years. */
export const benchmarkSchema = figureSchema.extend({ sources: z.array(sourceSchema.extend({ key: z.string() })) })
export type Benchmark = z.infer<typeof benchmarkSchema>

/** The file of benchmarks: each source once, figures by the keys of their sources. */
export const benchmarksFileSchema = z.object({
  sources: z.record(z.string(), sourceSchema),
  figures: z.array(figureSchema.extend({ sources: z.array(z.string()) })),
})

/** Puts the sources beside their figures. Throws where a key is not in the file. */
export function resolveBenchmarks({ sources, figures }: z.infer<typeof benchmarksFileSchema>): Benchmark[] {
  return figures.map((figure) => ({
    ...figure,
    sources: figure.sources.map((key) => {
      const source = sources[key]
      if (!source) throw new Error(`The benchmark ${figure.id} cites ${key}, which is not among the sources.`)
      return { key, ...source }
    }),
  }))
}
