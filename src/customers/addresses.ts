import type { Address } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, statement } from '../platform/db/statement.ts'

/**
 * Where to reach the person of a conversation: their phone number where it is known, else whatever else is, the
 * newest last. Null when every address of theirs has moved to somebody else.
 */
export async function addressOf(ctx: Ctx, tx: Tx, conversationId: string): Promise<Address | null> {
  const rows = await send(tx, addresses.with({ tenantId: ctx.tenantId, conversationId }))
  // The newest number: who changed theirs wrote from it last.
  return rows.findLast((row) => row.kind === 'PHONE') ?? rows.at(-1) ?? null
}

const addresses = statement<{ tenantId: string; conversationId: string }, Address>(
  `/* addressOf */
  select kind, value from customer_identities
  where tenant_id = $tenantId
    and primary_id = (select identity_id from conversations where tenant_id = $tenantId and id = $conversationId)
  order by created_at, id`,
)
