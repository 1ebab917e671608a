import * as z from 'zod'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

export const text = (max: number) => z.string().trim().max(max)
export const name = text(120).min(1, 'Enter a name.')
export const optionalDate = plainDateSchema.nullable().default(null)
export const cents = z.int().min(0, 'Enter an amount of zero or more.').max(100_000_000_00)
export const optionalCents = cents.nullable().default(null)
/** Basis points: 2,390 is 23.9 %. */
export const rate = z.int().min(0, 'Enter a rate of 0 % or more.').max(100_000)
export const optionalCount = z.int().min(0).max(100_000).nullable().default(null)
/** Hundredths: 250 is 2.5. */
export const quantity = z.int().min(0).max(100_000_000)

/** A value for each fiscal year, by the year it ends in; a year that is not there is not known, never zero. */
export const byYear = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^\d{4}$/), value).default({})
