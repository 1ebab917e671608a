import * as z from 'zod'

/** The name of a new view: short, and not one that is there already. */
export const nameSchema = (taken: readonly string[]) =>
  z.object({
    name: z
      .string()
      .trim()
      .min(1, 'Enter a name.')
      .max(60, 'Keep it under 60 characters.')
      .refine(
        (name) => !taken.some((other) => other.toLowerCase() === name.toLowerCase()),
        'There is a view of this name; choose another, or update that one.',
      ),
  })
