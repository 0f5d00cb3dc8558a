import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { ChannelAdapter, DeliveryPart, DeliveryStatus } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, sendLast, statement } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { appendEvent, newEvents } from '../platform/events/index.ts'
import { noteEvent, setEventState } from './provider-events.ts'
import { statusesBelow } from './states.ts'
import { messages, type ChannelAccountRow } from './tables.ts'

type StatusPart = Extract<DeliveryPart, { type: 'STATUS' }>

/**
 * Applies news about a message of ours, in the caller's transaction. News that come before the message's provider id
 * is known here wait for it as a noted event; what was never sent from here waits for ever and harms nobody.
 */
export async function storeStatus(ctx: Ctx, tx: Tx, account: ChannelAccountRow, part: StatusPart): Promise<void> {
  const eventId = await noteEvent(ctx, tx, account, part)
  if (eventId === null) return
  if (await applyStatus(ctx, tx, account.id, part.status)) return
  // Whoever stores the provider's id (settleSent) holds this lock while it does so and then looks for waiting news.
  await lockProviderId(ctx, tx, account.id, part.status.providerMessageId)
  if (await applyStatus(ctx, tx, account.id, part.status)) return
  await setEventState(ctx, tx, eventId, 'WAITING')
}

/**
 * Stores the id that the provider gave to a message, and applies the news that came before it.
 * @param adapter reads the waiting news anew from what was kept of them
 */
export async function settleSent(
  ctx: Ctx,
  tx: Tx,
  adapter: ChannelAdapter,
  message: { readonly id: string; readonly channelAccountId: string; readonly conversationId: string },
  providerMessageId: string,
): Promise<void> {
  const { tenantId } = ctx
  const { id, channelAccountId, conversationId } = message
  const [, [moved], waiting] = await together([
    lockProviderId(ctx, tx, channelAccountId, providerMessageId),
    send(tx, moveToSent.with({ tenantId, id, providerMessageId })),
    send(tx, waitingNews.with({ tenantId, channelAccountId, providerMessageId })),
  ])
  const isDone = waiting.length === 0
  if (moved === undefined) {
    // News that echoed our own id settled it already.
    await send(tx, keepProviderId.with({ tenantId, id, providerMessageId }))
  } else {
    const event = { type: 'message.status_changed', subjectId: id, conversationId, data: { status: 'SENT' } }
    const told = newEvents(ctx, [event])
    await (isDone ? sendLast(tx, [told]) : send(tx, told))
  }
  for (const { id, raw } of waiting) {
    for (const part of adapter.parsePart(raw)) {
      if (part.type === 'STATUS') await applyStatus(ctx, tx, message.channelAccountId, part.status)
    }
    await setEventState(ctx, tx, id, 'ACCEPTED')
  }
}

const moveToSent = statement<{ tenantId: string; id: string; providerMessageId: string }, { id: string }>(
  `/* settleSent */
  update messages set status = 'SENT', provider_message_id = $providerMessageId, next_attempt_at = null,
    error_code = null, error_message = null
  where tenant_id = $tenantId and id = $id
    and (provider_message_id is null or provider_message_id = $providerMessageId)
    and status in (${statusesBelow('SENT')
      .map((status) => `'${status}'`)
      .join(', ')})
  returning id`,
)

const keepProviderId = statement<{ tenantId: string; id: string; providerMessageId: string }>(
  `/* settleSent */
  update messages set provider_message_id = $providerMessageId
  where tenant_id = $tenantId and id = $id and provider_message_id is null`,
)

const waitingNews = statement<
  { tenantId: string; channelAccountId: string; providerMessageId: string },
  { id: string; raw: unknown }
>(
  `/* settleSent */
  select id, raw from provider_events
  where tenant_id = $tenantId and channel_account_id = $channelAccountId
    and provider_message_id = $providerMessageId and state = 'WAITING'
  order by received_at, id`,
)

/**
 * Moves the message up to the state that the news tell, never down. True when the message is known here, whether or
 * not it moved.
 */
async function applyStatus(ctx: Ctx, tx: Tx, channelAccountId: string, status: DeliveryStatus): Promise<boolean> {
  // The echoed id finds a message whose send was never answered; it must be of the same account.
  const isMeant = and(
    eq(messages.tenantId, ctx.tenantId),
    eq(messages.channelAccountId, channelAccountId),
    eq(messages.direction, 'OUT'),
    or(
      eq(messages.providerMessageId, status.providerMessageId),
      status.messageId === null
        ? undefined
        : and(eq(messages.id, status.messageId), isNull(messages.providerMessageId)),
    ),
  )
  const [moved] = await tx
    .update(messages)
    .set({
      status: status.state,
      providerMessageId: status.providerMessageId,
      nextAttemptAt: null,
      errorCode: status.error?.code ?? null,
      errorMessage: status.error?.message ?? null,
    })
    .where(and(isMeant, inArray(messages.status, statusesBelow(status.state))))
    .returning({ id: messages.id, conversationId: messages.conversationId })
  if (moved !== undefined) {
    await appendEvent(tx, ctx, {
      type: 'message.status_changed',
      subjectId: moved.id,
      conversationId: moved.conversationId,
      data: { status: status.state },
    })
    return true
  }
  const [known] = await tx.select({ id: messages.id }).from(messages).where(isMeant)
  return known !== undefined
}

async function lockProviderId(ctx: Ctx, tx: Tx, channelAccountId: string, providerMessageId: string): Promise<void> {
  const key = `provider id ${ctx.tenantId} ${channelAccountId} ${providerMessageId}`
  await send(tx, lock.with({ key }))
}

const lock = statement<{ key: string }, object>(
  '/* lockProviderId */ select pg_advisory_xact_lock(hashtextextended($key, 0))',
)
