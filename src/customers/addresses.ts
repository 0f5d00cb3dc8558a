import { and, asc, eq } from 'drizzle-orm'
import type { Address } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { customerIdentities } from './tables.ts'

/**
 * Where to reach the person behind an identity: their phone number where it is known, else whatever else is, the
 * newest last. Null when every address of theirs has moved to somebody else.
 */
export async function addressOf(ctx: Ctx, tx: Tx, identityId: string): Promise<Address | null> {
  const rows = await tx
    .select({ kind: customerIdentities.kind, value: customerIdentities.value })
    .from(customerIdentities)
    .where(and(eq(customerIdentities.tenantId, ctx.tenantId), eq(customerIdentities.primaryId, identityId)))
    .orderBy(asc(customerIdentities.createdAt), asc(customerIdentities.id))
  // The newest number: who changed theirs wrote from it last.
  return rows.findLast((row) => row.kind === 'PHONE') ?? rows.at(-1) ?? null
}
