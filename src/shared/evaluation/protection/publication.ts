/**
 * Something that a table shows of a group: a mean says the sum of its answers, a change the sum after less that before.
 * Responses are numbered; every other figure of the group (SD, quartiles, shares) stands and falls with it.
 */
export interface Publication {
  readonly key: string
  readonly terms: readonly { readonly responses: readonly number[]; readonly times: 1 | -1 }[]
}

export const publication = (key: string, responses: readonly number[]): Publication => ({
  key,
  terms: [{ responses, times: 1 }],
})

/** `after` and `before` are of the same people. */
export const changePublication = (key: string, before: readonly number[], after: readonly number[]): Publication => ({
  key,
  terms: [
    { responses: after, times: 1 },
    { responses: before, times: -1 },
  ],
})
