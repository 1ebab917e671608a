import { v7 } from 'uuid'
import type { Id } from '#shared/kernel/ids.ts'

/** A new row's id: UUIDv7, so that rows sort by the time they were made. */
export const newId = (): Id => v7()
