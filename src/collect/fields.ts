/** Fields of GitHub's answers. */

import * as z from 'zod'

/** Text, or null for anything else. */
export const text = z
  .string()
  .nullish()
  .catch(null)
  .transform(v => v ?? null)

export const id = z.number().int().nonnegative()
