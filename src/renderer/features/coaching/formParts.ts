import * as z from 'zod'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

/** A day of a form; empty until one is entered. */
export const enteredDay = (message: string) => plainDateSchema.nullable().refine((day) => day !== null, message)

/** The id of what is chosen from a list; null until something is. */
export const chosen = (message: string) =>
  z
    .string()
    .nullable()
    .refine((id) => id !== null, message)
