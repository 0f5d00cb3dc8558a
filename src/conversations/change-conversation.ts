import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { selectRows } from '../platform/db/rows.ts'
import { send } from '../platform/db/statement.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { notFound, versionConflict, type Refusal } from '../platform/refusals.ts'
import { refused, type Result } from '../platform/results.ts'
import { conversationEvents, conversations, type ConversationRow } from './tables.ts'

export interface ConversationChange {
  readonly set: Partial<
    Pick<
      ConversationRow,
      'status' | 'snoozedUntil' | 'assigneeId' | 'botState' | 'botReason' | 'botSince' | 'processedSeq' | 'unreadCount'
    >
  >
  /** An entry of the timeline; none for what nobody needs to see there. */
  readonly entry?: Pick<typeof conversationEvents.$inferInsert, 'type'> &
    Partial<
      Pick<typeof conversationEvents.$inferInsert, 'fromStatus' | 'toStatus' | 'assigneeId' | 'botState' | 'botReason'>
    >
  /** What the event log says of it. */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * What every change of one conversation does: lock the row, compare the version, decide, write row, timeline entry and
 * event. `decide` answers the change, a refusal, or null when everything is so already.
 */
export async function changeConversation(
  ctx: Ctx,
  tx: Tx,
  id: string,
  expectedVersion: number | null | undefined,
  decide: (
    conversation: ConversationRow,
  ) => ConversationChange | Refusal | null | Promise<ConversationChange | Refusal | null>,
): Promise<Result<{ conversationId: string }>> {
  const conversation = await lockConversation(ctx, tx, id)
  if (conversation === null) return refused(notFound(['id']))
  if (expectedVersion != null && expectedVersion !== conversation.version) {
    return refused(versionConflict(conversation.version))
  }
  const decided = await decide(conversation)
  if (decided !== null && '__typename' in decided) return refused(decided)
  if (decided !== null) await writeChange(ctx, tx, conversation, decided)
  return { ok: true, conversationId: id }
}

/** The conversation, locked until the transaction ends; null when this tenant has none with the id. */
export async function lockConversation(ctx: Ctx, tx: Tx, id: string): Promise<ConversationRow | null> {
  const [conversation] = await send(tx, lockedConversation.with({ tenantId: ctx.tenantId, id }))
  return conversation ?? null
}

const lockedConversation = selectRows<{ tenantId: string; id: string }, typeof conversations>(
  conversations,
  'lockConversation',
  'where tenant_id = $tenantId and id = $id for update',
)

/** Writes a change of a conversation that the caller has locked. */
export async function writeChange(
  ctx: Ctx,
  tx: Tx,
  { id }: Pick<ConversationRow, 'id'>,
  { set, entry, data }: ConversationChange,
): Promise<void> {
  const now = ctx.clock.now()
  const [changed] = await tx
    .update(conversations)
    .set({
      ...set,
      ...(entry === undefined ? {} : { lastSeq: sql`${conversations.lastSeq} + 1` }),
      version: sql`${conversations.version} + 1`,
      updatedAt: now,
    })
    .where(and(eq(conversations.tenantId, ctx.tenantId), eq(conversations.id, id)))
    .returning({ lastSeq: conversations.lastSeq })
  if (changed === undefined) throw new Error(`writeChange: ${id} is not there`)
  if (entry !== undefined) {
    await tx.insert(conversationEvents).values({
      ...entry,
      tenantId: ctx.tenantId,
      id: newId('conversationEvent'),
      conversationId: id,
      seq: changed.lastSeq,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      occurredAt: now,
    })
  }
  await appendEvent(tx, ctx, { type: 'conversation.updated', subjectId: id, conversationId: id, data })
}
