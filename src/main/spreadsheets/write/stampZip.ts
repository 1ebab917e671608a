/**
 * Sets the time of every part of a zip, in place: JSZip, below exceljs, stamps the wall clock, and the same workbook should
 * be the same bytes. Counts on a zip without a comment and under 4 GB, as JSZip writes it.
 */
export function stampZip(bytes: Uint8Array, instant: Date): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stamp = dosTime(instant)
  const end = bytes.length - 22
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(at + 12, stamp, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, stamp, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

/** The date in the high half, the time in the low one, to two seconds, from 1980 on. */
function dosTime(instant: Date): number {
  const year = Math.max(instant.getUTCFullYear() - 1980, 0)
  const date = (year << 9) | ((instant.getUTCMonth() + 1) << 5) | instant.getUTCDate()
  const time = (instant.getUTCHours() << 11) | (instant.getUTCMinutes() << 5) | (instant.getUTCSeconds() >> 1)
  return date * 65_536 + time
}
