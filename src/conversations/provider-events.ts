import { and, eq } from 'drizzle-orm'
import type { DeliveryPart } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, statement } from '../platform/db/statement.ts'
import { newId } from '../platform/ids.ts'
import type { QuarantineReason } from './states.ts'
import { providerEvents, type ChannelAccountRow } from './tables.ts'

/**
 * Takes note of a part of a delivery, in the transaction of what it causes. Null when it was noted before: then this
 * is a redelivery and nothing may happen. Whoever notes the same part at the same time waits here for the first.
 */
export async function noteEvent(
  ctx: Ctx,
  tx: Tx,
  account: ChannelAccountRow,
  part: DeliveryPart,
  quarantine?: { readonly reason: QuarantineReason; readonly detail: string },
): Promise<string | null> {
  const [noted] = await send(
    tx,
    insertEvent.with({
      tenantId: ctx.tenantId,
      id: newId('providerEvent'),
      channelAccountId: account.id,
      key: part.key,
      type: part.type,
      state: quarantine === undefined ? 'ACCEPTED' : 'QUARANTINED',
      reason: quarantine?.reason ?? null,
      detail: quarantine?.detail ?? (part.type === 'NOTICE' ? part.detail : null),
      providerMessageId: part.type === 'STATUS' ? part.status.providerMessageId : null,
      raw: JSON.stringify(part.raw),
      receivedAt: ctx.clock.now(),
    }),
  )
  return noted?.id ?? null
}

const insertEvent = statement<typeof providerEvents.$inferInsert & { readonly raw: string }, { id: string }>(
  `/* noteEvent */
  insert into provider_events (tenant_id, id, channel_account_id, key, type, state, reason, detail,
    provider_message_id, raw, received_at)
  values ($tenantId, $id, $channelAccountId, $key, $type, $state, $reason, $detail, $providerMessageId, $raw, $receivedAt)
  on conflict do nothing
  returning id`,
)

/** Moves a noted event between waiting and settled. */
export async function setEventState(ctx: Ctx, tx: Tx, id: string, state: 'ACCEPTED' | 'WAITING'): Promise<void> {
  await tx
    .update(providerEvents)
    .set({ state })
    .where(and(eq(providerEvents.tenantId, ctx.tenantId), eq(providerEvents.id, id)))
}
