import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, statement } from '../platform/db/statement.ts'
import { catalogVersions } from './tables.ts'

/**
 * Makes writers of one catalogue take turns until they commit, so that what one reads stays true while it writes.
 * Every writer begins with it.
 */
export async function lockCatalog(ctx: Ctx, tx: Tx): Promise<void> {
  await tx
    .insert(catalogVersions)
    .values({ tenantId: ctx.tenantId, version: 0, changedAt: ctx.clock.now() })
    .onConflictDoUpdate({ target: catalogVersions.tenantId, set: { version: sql`${catalogVersions.version}` } })
}

/** Raises the version of a locked catalogue, in the transaction of the change: compiled indexes of it are stale then. */
export async function raiseCatalogVersion(ctx: Ctx, tx: Tx): Promise<void> {
  await tx
    .update(catalogVersions)
    .set({ version: sql`${catalogVersions.version} + 1`, changedAt: ctx.clock.now() })
    .where(eq(catalogVersions.tenantId, ctx.tenantId))
}

/** The version of the tenant's catalogue; 0 while it has none. */
export async function catalogVersion(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await send(tx, versionOf.with({ tenantId }))
  return row?.version ?? 0
}

const versionOf = statement<{ tenantId: string }, { version: number }>(
  '/* catalogVersion */ select version from catalog_versions where tenant_id = $tenantId',
)
