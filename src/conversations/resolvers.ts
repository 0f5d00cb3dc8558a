import { and, eq, gt, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { customerMatches, customers } from '../customers/index.ts'
import type * as gql from '../generated/schema.ts'
import { ascending, descending, guard, page, read, reference, type ModuleResolvers } from '../graphql/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Result } from '../platform/results.ts'
import { assignConversation, setBot } from './change-hands.ts'
import { pendConversation, reopenConversation, resolveConversation, snoozeConversation } from './change-status.ts'
import { connectChannelAccount, updateChannelAccount } from './connect-account.ts'
import { markConversationRead } from './mark-read.ts'
import { maskedText, type MaskedTextSource } from './masked-text.ts'
import { sendMessage } from './send.ts'
import { subscriptions } from './subscriptions.ts'
import { channelAccounts, conversations, providerEvents } from './tables.ts'

export const resolvers = {
  Message: { maskedText: (source: MaskedTextSource) => maskedText(source) },
  Query: {
    conversations: read(
      'conversations:read',
      page(conversations, {
        where: (c, { filter }: gql.QueryConversationsArgs, ctx) =>
          filter ? conversationMatches(c, filter, ctx) : undefined,
        orderBy: (c) => [descending(c.lastMessageAt), descending(c.id)],
      }),
    ),
    channelAccounts: read(
      'channels:read',
      page(channelAccounts, { where: () => undefined, orderBy: (a) => [ascending(a.createdAt), ascending(a.id)] }),
    ),
    quarantinedEvents: read(
      'operations:read',
      page(providerEvents, {
        where: (e) => eq(e.state, 'QUARANTINED'),
        orderBy: (e) => [descending(e.receivedAt), descending(e.id)],
      }),
    ),
  },
  Mutation: {
    messageSend: guard('messages:send', async (args: gql.MutationMessageSendArgs, ctx) => {
      const result = await sendMessage(ctx, args)
      return result.ok ? { message: reference(result.messageId), errors: [] } : { message: null, errors: result.errors }
    }),
    conversationMarkRead: change<gql.MutationConversationMarkReadArgs>(markConversationRead),
    conversationResolve: change<gql.MutationConversationResolveArgs>(resolveConversation),
    conversationReopen: change<gql.MutationConversationReopenArgs>(reopenConversation),
    conversationPend: change<gql.MutationConversationPendArgs>(pendConversation),
    conversationSnooze: change<gql.MutationConversationSnoozeArgs>((ctx, args) =>
      snoozeConversation(ctx, { ...args, until: new Date(args.until) }),
    ),
    conversationAssign: change<gql.MutationConversationAssignArgs>((ctx, args) =>
      assignConversation(ctx, { ...args, assigneeId: args.assigneeId ?? null }),
    ),
    conversationBotSet: change<gql.MutationConversationBotSetArgs>(setBot),
    channelAccountConnect: guard('channels:write', async (args: gql.MutationChannelAccountConnectArgs, ctx) =>
      accountPayload(await connectChannelAccount(ctx, args.input)),
    ),
    channelAccountUpdate: guard('channels:write', async (args: gql.MutationChannelAccountUpdateArgs, ctx) =>
      accountPayload(await updateChannelAccount(ctx, args)),
    ),
  },
  Subscription: subscriptions,
} satisfies ModuleResolvers

/** A mutation that changes one conversation. */
function change<Args>(verb: (ctx: Ctx, args: Args) => Promise<Result<{ conversationId: string }>>) {
  return guard('conversations:write', async (args: Args, ctx) => {
    const result = await verb(ctx, args)
    return result.ok
      ? { conversation: reference(result.conversationId), errors: [] }
      : { conversation: null, errors: result.errors }
  })
}

function accountPayload(result: Result<{ channelAccountId: string }>) {
  return result.ok
    ? { channelAccount: reference(result.channelAccountId), errors: [] }
    : { channelAccount: null, errors: result.errors }
}

function conversationMatches(c: typeof conversations, filter: gql.ConversationFilter, ctx: Ctx): SQL | undefined {
  return and(
    filter.status == null ? undefined : inArray(c.status, filter.status),
    filter.unread == null ? undefined : filter.unread ? gt(c.unreadCount, 0) : eq(c.unreadCount, 0),
    filter.channelAccountIds == null ? undefined : inArray(c.channelAccountId, filter.channelAccountIds),
    filter.customerId == null ? undefined : eq(c.customerId, filter.customerId),
    filter.assigneeId === undefined
      ? undefined
      : filter.assigneeId === null
        ? isNull(c.assigneeId)
        : eq(c.assigneeId, filter.assigneeId),
    filter.botActive == null ? undefined : filter.botActive ? eq(c.botState, 'BOT') : ne(c.botState, 'BOT'),
    filter.search == null || filter.search.trim() === '' ? undefined : customerOf(c, filter.search, ctx),
  )
}

function customerOf(c: typeof conversations, search: string, ctx: Ctx): SQL {
  return sql`exists (select from ${customers} where ${and(
    eq(customers.tenantId, ctx.tenantId),
    eq(customers.id, c.customerId),
    customerMatches(customers, search),
  )})`
}
