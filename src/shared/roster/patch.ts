/** Some fields of a row; one that is absent or undefined is left as it is. */
export type Patch<R> = { [F in keyof R]?: R[F] | undefined }

/** The row with what the patch says; of the program's own fields, only those that the patch names. */
export function patched<R extends { custom: Readonly<Record<string, string>> }>(row: R, patch: Patch<R>): R {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...row, ...Object.fromEntries(given), custom: { ...row.custom, ...patch.custom } }
}
