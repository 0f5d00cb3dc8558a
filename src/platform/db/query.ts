import type { SQL } from 'drizzle-orm'
import type { Tx } from './database.ts'

/**
 * Runs hand-written SQL and gives its rows as objects, alike on both engines: `bigint` and `timestamptz` columns as
 * text (cast in SQL where a number is meant), `json` parsed. Begin the text with a comment that names the function.
 */
export async function queryRows<Row extends object>(tx: Tx, statement: SQL): Promise<Row[]> {
  const result: unknown = await tx.execute(statement)
  // postgres.js answers with the rows, PGlite with an object that holds them.
  const rows: unknown = Array.isArray(result) ? result : (result as { rows: unknown }).rows
  return rows as Row[]
}
