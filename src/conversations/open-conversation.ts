import { and, desc, eq, gt, ne, sql, type SQL } from 'drizzle-orm'
import type { IdentifiedCustomer } from '../customers/index.ts'
import type { Address } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { selectRows } from '../platform/db/rows.ts'
import { send, statement, type Pending } from '../platform/db/statement.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { conversations, type ConversationRow } from './tables.ts'

export interface Arrival extends IdentifiedCustomer {
  readonly channelAccountId: string
  readonly countsAsUnread: boolean
  /** Until when a free-form answer may be sent as far as this message tells; null on channels without a window. */
  readonly windowExpiresAt: Date | null
}

/** A conversation that is locked until the transaction ends, with room made for a message. */
export interface OpenedConversation {
  /** As it is once the message is counted in: `lastSeq` is the message's place. */
  readonly conversation: ConversationRow
  /** Place of the last message before it; 0 for the first. */
  readonly lastSeqBefore: number
  /** Counts the message in; to be sent before anything else about the conversation is written. */
  readonly countIn: Pending<unknown>
}

/**
 * Makes room for a message: takes the person's open conversation on the account, the one that was resolved less than a
 * reply window ago, or makes a new one.
 * @param open what `lockOpenConversation` found in this transaction
 */
export async function openConversation(
  ctx: Ctx,
  tx: Tx,
  arrival: Arrival,
  open: ConversationRow | null,
): Promise<OpenedConversation> {
  const isOfPerson = open?.identityId === arrival.identityId
  const found = isOfPerson && open !== null ? open : await openUnderLock(ctx, tx, arrival)
  const seq = found.lastSeq + 1
  const conversation = { ...found, lastSeq: seq, lastMessageSeq: seq }
  const { tenantId, id } = conversation
  const { windowExpiresAt, countsAsUnread } = arrival
  const unread = countsAsUnread ? 1 : 0
  return {
    conversation,
    lastSeqBefore: found.lastMessageSeq,
    countIn: countIn.with({ tenantId, id, seq, unread, windowExpiresAt, now: ctx.clock.now() }),
  }
}

const countIn = statement<{
  tenantId: string
  id: string
  seq: number
  unread: number
  windowExpiresAt: Date | null
  now: Date
}>(
  `/* countIn */
  update conversations set last_seq = $seq, last_message_seq = $seq, unread_count = unread_count + $unread,
    last_message_at = greatest(last_message_at, $now), updated_at = $now, version = version + 1,
    window_expires_at = greatest(window_expires_at, $windowExpiresAt)
  where tenant_id = $tenantId and id = $id`,
)

/**
 * Locks the open conversation that the person with this address has on the account; null when there is none, or nobody
 * has the address. Asked by the address, so that nobody has to be identified first.
 */
export async function lockOpenConversation(
  ctx: Ctx,
  tx: Tx,
  channelAccountId: string,
  address: Address & { readonly scope: string },
): Promise<ConversationRow | null> {
  const { tenantId } = ctx
  const [conversation] = await send(tx, openOfAddress.with({ tenantId, channelAccountId, ...address }))
  return conversation ?? null
}

const openOfAddress = selectRows<
  { tenantId: string; channelAccountId: string; scope: string; kind: string; value: string },
  typeof conversations
>(
  conversations,
  'lockOpenConversation',
  `where tenant_id = $tenantId and channel_account_id = $channelAccountId and status <> 'RESOLVED'
    and identity_id = (
      select primary_id from customer_identities
      where tenant_id = $tenantId and scope = $scope and kind = $kind and value = $value
    )
  for no key update`,
)

/** First messages of one person wait here for each other, so that one conversation comes of them. */
async function openUnderLock(ctx: Ctx, tx: Tx, arrival: Arrival): Promise<ConversationRow> {
  await lockPerson(ctx, tx, arrival)
  return (
    (await lockOne(tx, and(ofPerson(ctx, arrival), ne(conversations.status, 'RESOLVED')))) ??
    // «Thank you!» belongs to what was just resolved; a message of another day is another matter.
    (await lockOne(tx, and(ofPerson(ctx, arrival), gt(conversations.windowExpiresAt, ctx.clock.now())))) ??
    (await createConversation(ctx, tx, arrival))
  )
}

async function lockOne(tx: Tx, where: SQL | undefined): Promise<ConversationRow | null> {
  const [conversation] = await tx
    .select()
    .from(conversations)
    .where(where)
    .orderBy(desc(conversations.lastMessageAt))
    .limit(1)
    .for('no key update')
  return conversation ?? null
}

/** Whoever opens a conversation of this person on this account takes this first, before any row of theirs. */
export async function lockPerson(
  ctx: Ctx,
  tx: Tx,
  { channelAccountId, identityId }: Pick<ConversationRow, 'channelAccountId' | 'identityId'>,
): Promise<void> {
  const key = `conversation ${ctx.tenantId} ${channelAccountId} ${identityId}`
  await tx.execute(sql`/* openConversation */ select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

function ofPerson(ctx: Ctx, arrival: Arrival): SQL | undefined {
  return and(
    eq(conversations.tenantId, ctx.tenantId),
    eq(conversations.channelAccountId, arrival.channelAccountId),
    eq(conversations.identityId, arrival.identityId),
  )
}

async function createConversation(ctx: Ctx, tx: Tx, arrival: Arrival): Promise<ConversationRow> {
  const now = ctx.clock.now()
  const id = newId('conversation')
  const [conversation] = await tx
    .insert(conversations)
    .values({
      tenantId: ctx.tenantId,
      id,
      customerId: arrival.customerId,
      identityId: arrival.identityId,
      channelAccountId: arrival.channelAccountId,
      lastMessageAt: now,
      windowExpiresAt: arrival.windowExpiresAt,
      createdAt: now,
      updatedAt: now,
    })
    .returning()
  if (conversation === undefined) throw new Error('createConversation: no row came back')
  await appendEvent(tx, ctx, { type: 'conversation.created', subjectId: id, conversationId: id, data: {} })
  return conversation
}
