import * as z from 'zod'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

/** A line of text; empty where nothing was entered. */
export const lineSchema = z.string().trim().max(200, 'Keep it under 200 characters.').default('')
/** Text of several paragraphs; empty where nothing was entered. */
export const textSchema = z.string().trim().max(8000, 'Keep it under 8,000 characters.').default('')
export const optionalDateSchema = plainDateSchema.nullable().default(null)
/** Yes, no, or not decided. */
export const yesNoSchema = z.boolean().nullable().default(null)
/** Tells the items of a list apart while they are edited and compared; made where the item is added. */
export const itemIdSchema = z.string().min(1).max(60)

/** A choice from a list, or not decided. */
export const choiceSchema = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().default(null)

export const listSchema = <T extends z.ZodType>(item: T) =>
  z.array(item).max(200, 'Keep it to 200 entries.').default([])

/** A whole number, or not decided. */
export const wholeNumberSchema = (from: number, to: number, message: string) =>
  z.int(message).min(from, message).max(to, message).nullable().default(null)

export const decisionSchema = z.object({
  id: itemIdSchema,
  what: z.string().trim().min(1, 'Say what was decided.').max(500, 'Keep it under 500 characters.'),
  by: lineSchema.describe('who decided: a person or a body'),
  on: optionalDateSchema,
  why: textSchema,
  rejected: listSchema(
    z.object({
      id: itemIdSchema,
      option: z.string().trim().min(1, 'Name the option.').max(300, 'Keep it under 300 characters.'),
      why: textSchema,
    }),
  ).describe('options that were looked at and not taken'),
})

export const openPointSchema = z.object({
  id: itemIdSchema,
  text: z.string().trim().min(1, 'Say what is open.').max(500, 'Keep it under 500 characters.'),
  owner: lineSchema,
  due: optionalDateSchema,
  closedOn: optionalDateSchema,
})

/** A document kept elsewhere: named here, never copied in. */
export const attachmentSchema = z.object({
  id: itemIdSchema,
  title: z.string().trim().min(1, 'Name the document.').max(200, 'Keep it under 200 characters.'),
  place: z
    .string()
    .trim()
    .min(1, 'Say where it is kept.')
    .max(500, 'Keep it under 500 characters.')
    .describe('a folder, an address or a file number'),
})

/** What every answer has beside its choices. */
export const answerParts = {
  notes: textSchema,
  decisions: listSchema(decisionSchema),
  openPoints: listSchema(openPointSchema),
  attachments: listSchema(attachmentSchema),
}

export type Decision = z.infer<typeof decisionSchema>
export type OpenPoint = z.infer<typeof openPointSchema>
export type Attachment = z.infer<typeof attachmentSchema>
