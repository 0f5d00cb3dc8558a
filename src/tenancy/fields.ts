import { z } from 'zod'

/** For people's and things' names. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, { error: 'A name needs at least one character.' })
  .max(200, { error: 'A name has at most 200 characters.' })

/** An e-mail address, lower-cased: how it is stored and compared. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'An e-mail address has at most 254 characters.' })
  .pipe(z.email({ error: 'This is not an e-mail address.' }))
