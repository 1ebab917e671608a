import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'
import type { Id } from '#shared/kernel/ids.ts'

const bytesOfId = 16

/** Random bytes for many ids: asking the system for each id takes longer than all the rest of making it. */
const pool = new Uint8Array(bytesOfId * 256)
let used = pool.length

/** Of ids made in one millisecond, the later counts on from the earlier, so that they sort in the order they were made. */
let msecs = 0
let seq = 0

/** A new row's id: UUIDv7, so that rows sort by the time they were made. */
export function newId(): Id {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += bytesOfId))
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // 31 of its 32 bits, so that counting on does not overflow within a millisecond.
    seq = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1
  } else seq += 1
  return v7({ random, msecs, seq })
}
