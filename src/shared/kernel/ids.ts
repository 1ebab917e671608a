import * as z from 'zod'

/** A row's id: UUIDv7 text, made in the main process so that rows sort by the time they were made. */
export const idSchema = z.guid()

export type Id = string
