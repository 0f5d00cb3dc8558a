import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Result } from '../platform/results.ts'
import { changeConversation } from './change-conversation.ts'

/** Takes all messages up to now as read by the team. */
export async function markConversationRead(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<{ conversationId: string }>> {
  authorise(ctx.actor, 'conversations:write')
  return ctx.db.withTenant(ctx.tenantId, (tx) =>
    changeConversation(ctx, tx, id, null, ({ unreadCount }) =>
      unreadCount === 0 ? null : { set: { unreadCount: 0 }, data: { unreadCount: 0 } },
    ),
  )
}
