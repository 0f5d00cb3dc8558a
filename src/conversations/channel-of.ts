import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { channelAccounts, type ChannelAccountRow, type ConversationRow } from './tables.ts'

/** By which channel a conversation goes. */
export async function channelOf(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<ChannelAccountRow['type']> {
  const [account] = await tx
    .select({ type: channelAccounts.type })
    .from(channelAccounts)
    .where(and(eq(channelAccounts.tenantId, ctx.tenantId), eq(channelAccounts.id, conversation.channelAccountId)))
  if (account === undefined) throw new Error('A conversation has a channel account.')
  return account.type
}
