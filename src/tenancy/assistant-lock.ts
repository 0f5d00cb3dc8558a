import { sql } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, statement } from '../platform/db/statement.ts'

/**
 * The lock between what the assistant does and who stops it. The assistant shares it for the rest of the transaction in which it
 * acts, then looks whether it still may; whoever stops it takes it alone, so what is under way is done before, or
 * sees the stop. In memory alone: no row is written for it.
 */
export function shareAssistantLock(ctx: Ctx, tx: Tx) {
  return send(tx, shared.with({ tenantId: ctx.tenantId }))
}

const key = `hashtextextended('assistant ' || $tenantId, 0)`
const shared = statement<{ tenantId: string }, object>(
  `/* shareAssistantLock */ select pg_advisory_xact_lock_shared(${key})`,
)

/** The lock alone: waits for all who share it. */
export async function takeAssistantLock(ctx: Ctx, tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('assistant ' || ${ctx.tenantId}, 0))`)
}
