import { z } from 'zod'
import { invalidInput, type Refusal } from '../platform/refusals.ts'

/** What a verb of this domain answers: what it did, or why not. */
export type Result<Done extends object> = ({ readonly ok: true } & Done) | Refused

export interface Refused {
  readonly ok: false
  readonly errors: readonly Refusal[]
}

export function refused(...errors: readonly Refusal[]): Refused {
  return { ok: false, errors }
}

/** Parses input by its schema: the value, or one InvalidInput for each thing wrong, with its path below `at`. */
export function parseInput<Value>(
  schema: z.ZodType<Value>,
  input: unknown,
  at: readonly string[],
): { readonly ok: true; readonly value: Value } | Refused {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  return refused(...parsed.error.issues.map((issue) => invalidInput(issue.message, [...at, ...issue.path.map(String)])))
}

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
