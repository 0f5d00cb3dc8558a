import type { ChannelAdapter, DeliveryPart, DeliveryStatus } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, sendLast, statement, type Pending } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { newEvents } from '../platform/events/index.ts'
import { noteEvent, setEventState } from './provider-events.ts'
import { statusesBelow, type MessageStatus } from './states.ts'
import type { ChannelAccountRow, MessageRow } from './tables.ts'

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
  const { id, channelAccountId } = message
  const sent = { providerMessageId, state: 'SENT', at: ctx.clock.now(), messageId: id, error: null } as const
  const [, [moved], waiting] = await together([
    lockProviderId(ctx, tx, channelAccountId, providerMessageId),
    send(tx, moveUp.with(moveOf(ctx, channelAccountId, sent))),
    send(tx, waitingNews.with({ tenantId, channelAccountId, providerMessageId })),
  ])
  const done: Pending<unknown> =
    moved === undefined ? keepProviderId.with({ tenantId, id, providerMessageId }) : told(ctx, moved, sent)
  await (waiting.length === 0 ? sendLast(tx, [done]) : send(tx, done))
  for (const { id, raw } of waiting) {
    for (const part of adapter.parsePart(raw)) {
      if (part.type === 'STATUS') await applyStatus(ctx, tx, message.channelAccountId, part.status)
    }
    await setEventState(ctx, tx, id, 'ACCEPTED')
  }
}

/** For a message that news which echoed our own id have settled already. */
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
  const move = moveOf(ctx, channelAccountId, status)
  const [moved] = await send(tx, moveUp.with(move))
  if (moved !== undefined) {
    await send(tx, told(ctx, moved, status))
    return true
  }
  const [known] = await send(tx, meantMessage.with(move))
  return known !== undefined
}

interface Meant {
  readonly tenantId: string
  readonly channelAccountId: string
  readonly providerMessageId: string
  readonly messageId: string | null
}

interface Move extends Meant {
  readonly state: DeliveryStatus['state']
  readonly below: readonly MessageStatus[]
  readonly errorCode: string | null
  readonly errorMessage: string | null
}

function moveOf({ tenantId }: Ctx, channelAccountId: string, status: DeliveryStatus): Move {
  const { providerMessageId, messageId, state, error } = status
  const failure = { errorCode: error?.code ?? null, errorMessage: error?.message ?? null }
  return { tenantId, channelAccountId, providerMessageId, messageId, state, below: statusesBelow(state), ...failure }
}

// The echoed id finds a message whose send was never answered; it must be of the same account.
const isMeant = `tenant_id = $tenantId and channel_account_id = $channelAccountId and direction = 'OUT'
    and (provider_message_id = $providerMessageId or (id = $messageId and provider_message_id is null))`

const meantMessage = statement<Meant, { id: string }>(`/* applyStatus */ select id from messages where ${isMeant}`)

const moveUp = statement<Move, Moved>(
  `/* moveUp */
  update messages set status = $state, provider_message_id = $providerMessageId, next_attempt_at = null,
    error_code = $errorCode, error_message = $errorMessage
  where ${isMeant} and status = any($below)
  returning id, conversation_id as "conversationId"`,
)

type Moved = Pick<MessageRow, 'id' | 'conversationId'>

function told(ctx: Ctx, { id, conversationId }: Moved, { state }: DeliveryStatus): Pending<unknown> {
  return newEvents(ctx, [{ type: 'message.status_changed', subjectId: id, conversationId, data: { status: state } }])
}

async function lockProviderId(ctx: Ctx, tx: Tx, channelAccountId: string, providerMessageId: string): Promise<void> {
  const key = `provider id ${ctx.tenantId} ${channelAccountId} ${providerMessageId}`
  await send(tx, lock.with({ key }))
}

const lock = statement<{ key: string }, object>(
  '/* lockProviderId */ select pg_advisory_xact_lock(hashtextextended($key, 0))',
)
