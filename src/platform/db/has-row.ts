import { and, eq } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Ctx } from '../context.ts'
import { isId, type IdKind } from '../ids.ts'
import type { Tx } from './database.ts'

/** Whether the tenant has something with this id: false for another tenant's, and for what is no id of the kind. */
export async function hasRow(
  ctx: Ctx,
  tx: Tx,
  table: PgTable & { readonly tenantId: AnyPgColumn; readonly id: AnyPgColumn },
  kind: IdKind,
  id: string,
): Promise<boolean> {
  if (!isId(kind, id)) return false
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.tenantId, ctx.tenantId), eq(table.id, id)))
  return rows.length === 1
}
