import type { z } from 'zod'
import { invalidInput, notFound, versionConflict, type Refusal } from './refusals.ts'

/** What a verb answers: what it did, or why not. */
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

/** The one row that was looked for, when it is there and as the caller has seen it. */
export function asSeen<Row extends { readonly version: number }>(
  [row]: readonly Row[],
  expectedVersion: number | null,
): Result<{ readonly row: Row }> {
  if (row === undefined) return refused(notFound(['id']))
  const isAsSeen = expectedVersion === null || expectedVersion === row.version
  return isAsSeen ? { ok: true, row } : refused(versionConflict(row.version))
}
