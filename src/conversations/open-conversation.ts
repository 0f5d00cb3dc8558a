import { and, desc, eq, gt, ne, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { IdentifiedCustomer } from '../customers/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { writeChange } from './change-conversation.ts'
import { statusChange } from './status-change.ts'
import { conversations, type ConversationRow } from './tables.ts'

export interface Arrival extends IdentifiedCustomer {
  readonly channelAccountId: string
  /** False for a message that the business wrote elsewhere: it wakes nobody up. */
  readonly isFromCustomer: boolean
  readonly countsAsUnread: boolean
  /** Until when a free-form answer may be sent as far as this message tells; null on channels without a window. */
  readonly windowExpiresAt: Date | null
}

/**
 * Makes room for a message: finds the person's open conversation on the account, opens the one that was resolved less
 * than a reply window ago, or makes a new one; then counts the message in, which locks the row until the transaction
 * ends. The row that comes back is as it is now; its `lastSeq` is the message's place.
 */
export async function openConversation(ctx: Ctx, tx: Tx, arrival: Arrival): Promise<ConversationRow> {
  const conversation =
    (await countIn(ctx, tx, arrival, isOpenFor(ctx, arrival))) ?? (await openUnderLock(ctx, tx, arrival))
  if (conversation.status === 'OPEN' || !arrival.isFromCustomer) return conversation
  await writeChange(ctx, tx, conversation, statusChange(conversation.status, 'OPEN'))
  return { ...conversation, status: 'OPEN', snoozedUntil: null }
}

/** First messages of one person wait here for each other, so that one conversation comes of them. */
async function openUnderLock(ctx: Ctx, tx: Tx, arrival: Arrival): Promise<ConversationRow> {
  await lockPerson(ctx, tx, arrival)
  return (
    (await countIn(ctx, tx, arrival, isOpenFor(ctx, arrival))) ??
    (await countIn(ctx, tx, arrival, await recentlyResolved(ctx, tx, arrival))) ??
    (await createConversation(ctx, tx, arrival))
  )
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

function isOpenFor(ctx: Ctx, arrival: Arrival): SQL | undefined {
  return and(ofPerson(ctx, arrival), ne(conversations.status, 'RESOLVED'))
}

/** «Thank you!» belongs to what was just resolved; a message of another day is another matter. */
async function recentlyResolved(ctx: Ctx, tx: Tx, arrival: Arrival): Promise<SQL | undefined | null> {
  const [recent] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(ofPerson(ctx, arrival), gt(conversations.windowExpiresAt, ctx.clock.now())))
    .orderBy(desc(conversations.lastMessageAt))
    .limit(1)
  return recent === undefined ? null : and(eq(conversations.tenantId, ctx.tenantId), eq(conversations.id, recent.id))
}

async function countIn(
  ctx: Ctx,
  tx: Tx,
  { countsAsUnread, windowExpiresAt }: Arrival,
  where: SQL | undefined | null,
): Promise<ConversationRow | null> {
  if (where === null) return null
  const now = ctx.clock.now()
  const [conversation] = await tx
    .update(conversations)
    .set({
      lastSeq: sql`${conversations.lastSeq} + 1`,
      lastMessageSeq: sql`${conversations.lastSeq} + 1`,
      lastMessageAt: later(conversations.lastMessageAt, now),
      version: sql`${conversations.version} + 1`,
      updatedAt: now,
      ...(countsAsUnread ? { unreadCount: sql`${conversations.unreadCount} + 1` } : {}),
      ...(windowExpiresAt === null ? {} : { windowExpiresAt: later(conversations.windowExpiresAt, windowExpiresAt) }),
    })
    .where(where)
    .returning()
  return conversation ?? null
}

function later(column: PgColumn, time: Date): SQL {
  return sql`greatest(${column}, ${time.toISOString()}::timestamptz)`
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
      unreadCount: arrival.countsAsUnread ? 1 : 0,
      lastSeq: 1,
      lastMessageSeq: 1,
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
