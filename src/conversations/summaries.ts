import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvent } from '../platform/events/index.ts'
import { lockConversation } from './change-conversation.ts'
import { conversationSummaries, messages, type MessageRow } from './tables.ts'

/** A summary is brought up to date each time so many messages have come. */
export const summariseEvery = 12

export interface Summary {
  readonly text: string
  readonly coversUpToSeq: number
}

/** Null before the first. */
export async function summaryOf(ctx: Ctx, tx: Tx, conversationId: string): Promise<Summary | null> {
  const { text, coversUpToSeq } = conversationSummaries
  const [row] = await tx
    .select({ text, coversUpToSeq })
    .from(conversationSummaries)
    .where(ofConversation(ctx, conversationId))
  return row ?? null
}

/** The messages with words behind a place of the conversation that were not deleted, oldest first. */
export function messagesSince(
  ctx: Ctx,
  tx: Tx,
  conversationId: string,
  seq: number,
  atMost: number,
): Promise<MessageRow[]> {
  return tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, ctx.tenantId),
        eq(messages.conversationId, conversationId),
        gt(messages.seq, seq),
        isNotNull(messages.text),
        isNull(messages.deletedAt),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(atMost)
}

/**
 * Puts a newer summary in the place of the one that it was made from.
 * @param before null: there was none
 * @param madeOf the messages that it is made of beside the one before
 * @returns false when another took its place meanwhile, or a message of it was taken back: then this one is not written
 */
export async function replaceSummary(
  ctx: Ctx,
  tx: Tx,
  conversationId: string,
  before: Summary | null,
  madeOf: readonly Pick<MessageRow, 'id'>[],
  next: Summary & { readonly model: string },
): Promise<boolean> {
  // Who takes a message back holds this lock as well, so nothing is taken back between the look and the commit.
  await lockConversation(ctx, tx, conversationId)
  const ids = madeOf.map(({ id }) => id)
  const left = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.tenantId, ctx.tenantId), inArray(messages.id, ids), isNull(messages.deletedAt)))
  if (left.length < ids.length) return false
  const row = { ...next, updatedAt: ctx.clock.now() }
  const written =
    before === null
      ? await tx
          .insert(conversationSummaries)
          .values({ ...row, tenantId: ctx.tenantId, conversationId })
          .onConflictDoNothing()
          .returning({ seq: conversationSummaries.coversUpToSeq })
      : await tx
          .update(conversationSummaries)
          .set(row)
          .where(
            and(ofConversation(ctx, conversationId), eq(conversationSummaries.coversUpToSeq, before.coversUpToSeq)),
          )
          .returning({ seq: conversationSummaries.coversUpToSeq })
  if (written.length === 0) return false
  const data = { summarisedUpTo: next.coversUpToSeq }
  await appendEvent(tx, ctx, { type: 'conversation.updated', subjectId: conversationId, conversationId, data })
  return true
}

/** A message that a summary covers was taken back: what was made of it goes too, and is made anew with the next messages. */
export async function forgetSummary(ctx: Ctx, tx: Tx, conversationId: string, seq: number): Promise<void> {
  await tx
    .delete(conversationSummaries)
    .where(and(ofConversation(ctx, conversationId), sql`${conversationSummaries.coversUpToSeq} >= ${seq}`))
}

function ofConversation(ctx: Ctx, conversationId: string) {
  return and(eq(conversationSummaries.tenantId, ctx.tenantId), eq(conversationSummaries.conversationId, conversationId))
}
