import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { messages, type MessageRow } from './tables.ts'

/** The last messages that have words and were not deleted, oldest first. */
export async function lastMessages(ctx: Ctx, tx: Tx, conversationId: string, atMost: number): Promise<MessageRow[]> {
  const newestFirst = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, ctx.tenantId),
        eq(messages.conversationId, conversationId),
        isNotNull(messages.text),
        isNull(messages.deletedAt),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(atMost)
  return newestFirst.reverse()
}
