/** Some fields of a row; one that is absent or undefined is left as it is. */
export type Patch<R> = { [F in keyof R]?: R[F] | undefined }

export function patched<R extends object>(row: R, patch: Patch<R>): R {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...row, ...Object.fromEntries(given) }
}
