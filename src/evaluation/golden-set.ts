import { sql } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'

/** Newest first, so that an old shop is measured by how it is ordered from today. */
export const mostExamples = 500
/** By fewer nobody can tell better from worse. */
export const fewestExamples = 5

export interface GoldenSet {
  readonly name: string
  readonly exampleCount: number
}

/** What evaluations measure against now: the newest active examples, and a name that changes when any of them does. */
export async function goldenSet(ctx: Ctx, tx: Tx): Promise<GoldenSet> {
  const [row] = await queryRows<{ name: string | null; count: number }>(
    tx,
    sql`/* goldenSet */
      select md5(string_agg(id || ':' || version || ':' || md5(lines::text), ',' order by id)) as name, count(*)::int as count
      from (${newestExamples(ctx)}) as example`,
  )
  return { name: row?.name ?? '', exampleCount: row?.count ?? 0 }
}

/** The rows of the set. */
export function newestExamples(ctx: Ctx) {
  return sql`select * from learned_examples
    where tenant_id = ${ctx.tenantId} and state = 'ACTIVE' order by created_at desc, id desc limit ${mostExamples}`
}
