import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { actorOf } from '../customers/index.ts'
import type * as gql from '../generated/schema.ts'
import {
  ascending,
  descending,
  guard,
  one,
  page,
  read,
  reference,
  subscribeEvents,
  subscribeStream,
  type ModuleResolvers,
  type SortKey,
} from '../graphql/index.ts'
import { previewThreshold, readCalibration } from './calibration.ts'
import { claimReview, releaseReview } from './claim.ts'
import { cancelOrder, rejectOrder } from './close.ts'
import { confirmOrder } from './confirm.ts'
import { readOrderCosts } from './costs.ts'
import { createOrder } from './create.ts'
import { questionAbout, wouldHaveBeenSure, type LineDoubts, type OrderDoubts } from './doubts.ts'
import { editLines } from './edit-lines.ts'
import { reviewEvents } from './events.ts'
import { fulfilOrder } from './fulfil.ts'
import { holdOrder } from './hold.ts'
import { acceptProposal, rejectProposal, type ProposalResult } from './proposals.ts'
import type { OrderResult } from './refusals.ts'
import { suggestReply } from './writing/suggest-reply.ts'
import { summariseOnRequest } from './writing/summarise.ts'
import { orderChangeProposals, orders } from './tables.ts'

export const resolvers = {
  Order: { draftQuestion: (source: OrderDoubts) => questionAbout(source) },
  OrderLine: { wouldBeSure: (source: LineDoubts) => wouldHaveBeenSure(source) },
  Query: {
    orders: read(
      'orders:read',
      page(orders, {
        where: (o, args: gql.QueryOrdersArgs) => matches(o, args.filter ?? {}),
        orderBy: (o, args: gql.QueryOrdersArgs) => sortKeys(o, args.orderBy ?? 'CREATED_AT_DESC'),
      }),
    ),
    orderByNumber: read(
      'orders:read',
      one(orders, (o, args: gql.QueryOrderByNumberArgs) => eq(o.number, args.number)),
    ),
    reviewQueue: read(
      'orders:read',
      page(orders, {
        // A literal, so that the index of orders in review serves it.
        where: (o) => sql`${o.status} = 'REVIEW'`,
        orderBy: (o) => [ascending(o.reviewRequestedAt), ascending(o.id)],
      }),
    ),
    confidenceCalibration: guard('assistant:read', (_args: object, ctx) => readCalibration(ctx)),
    thresholdPreview: guard('assistant:read', (args: gql.QueryThresholdPreviewArgs, ctx) =>
      previewThreshold(ctx, args),
    ),
    orderChangeProposals: read(
      'orders:read',
      page(orderChangeProposals, {
        where: (p, args: gql.QueryOrderChangeProposalsArgs) => eq(p.state, args.state ?? 'OPEN'),
        orderBy: (p) => [ascending(p.createdAt), ascending(p.id)],
      }),
    ),
    aiOrderCosts: guard('assistant:read', (args: gql.QueryAiOrderCostsArgs, ctx) => readOrderCosts(ctx, args)),
  },
  Mutation: {
    orderCreate: guard('orders:write', async (args: gql.MutationOrderCreateArgs, ctx) => {
      const result = await createOrder(ctx, args.input, args.idempotencyKey ?? null)
      return result.ok ? { order: reference(result.orderId), errors: [] } : { order: null, errors: result.errors }
    }),
    orderLinesEdit: guard('orders:write', async ({ id, lines, ...args }: gql.MutationOrderLinesEditArgs, ctx) =>
      payload(await editLines(ctx, { id, lines, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderConfirm: guard('orders:confirm', async ({ id, ...args }: gql.MutationOrderConfirmArgs, ctx) =>
      payload(await confirmOrder(ctx, { id, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderReject: guard('orders:confirm', async ({ id, reason, ...args }: gql.MutationOrderRejectArgs, ctx) =>
      payload(await rejectOrder(ctx, { id, reason, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderCancel: guard('orders:confirm', async ({ id, reason, ...args }: gql.MutationOrderCancelArgs, ctx) =>
      payload(await cancelOrder(ctx, { id, reason, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderHold: guard('orders:write', async ({ id, ...args }: gql.MutationOrderHoldArgs, ctx) =>
      payload(await holdOrder(ctx, { id, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderTransition: guard('orders:fulfil', async ({ id, to, ...args }: gql.MutationOrderTransitionArgs, ctx) =>
      payload(await fulfilOrder(ctx, { id, to, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderChangeProposalAccept: guard(
      'orders:confirm',
      async ({ id, ...args }: gql.MutationOrderChangeProposalAcceptArgs, ctx) =>
        decided(await acceptProposal(ctx, { id, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderChangeProposalReject: guard(
      'orders:confirm',
      async ({ id, ...args }: gql.MutationOrderChangeProposalRejectArgs, ctx) =>
        decided(await rejectProposal(ctx, { id, expectedVersion: args.expectedVersion ?? null })),
    ),
    orderReviewClaim: guard('orders:write', async ({ id }: gql.MutationOrderReviewClaimArgs, ctx) =>
      payload(await claimReview(ctx, id)),
    ),
    conversationSummarise: guard('conversations:write', async ({ id }: gql.MutationConversationSummariseArgs, ctx) => {
      const result = await summariseOnRequest(ctx, id)
      return result.ok
        ? { conversation: reference(result.conversationId), errors: [] }
        : { conversation: null, errors: result.errors }
    }),
    orderReviewRelease: guard('orders:write', async ({ id }: gql.MutationOrderReviewReleaseArgs, ctx) =>
      payload(await releaseReview(ctx, id)),
    ),
  },
  Subscription: {
    orderReviewEvents: subscribeEvents({
      access: 'orders:read',
      types: [...reviewEvents.keys()],
      payload: (event) => ({
        actor: actorOf(event.actor),
        type: reviewEvents.get(event.type),
        order: reference(event.subjectId),
      }),
    }),
    replySuggestion: subscribeStream({
      access: 'messages:send',
      async *run({ conversationId, wish }: gql.SubscriptionReplySuggestionArgs, ctx, signal) {
        for await (const { suggestion, ...part } of suggestReply(ctx, { conversationId, wish: wish ?? null }, signal)) {
          const { aiResponseId, ...written } = suggestion ?? { aiResponseId: null }
          yield {
            ...part,
            suggestion: aiResponseId === null ? null : { ...written, aiResponse: reference(aiResponseId) },
          }
        }
      },
    }),
  },
} satisfies ModuleResolvers

/** A refused command answers with the order as it is now, so that the caller can decide anew. */
function payload(result: OrderResult) {
  const order = result.orderId === null ? null : reference(result.orderId)
  return { order, errors: result.ok ? [] : result.errors }
}

function decided(result: ProposalResult) {
  const proposal = result.proposalId === null ? null : reference(result.proposalId)
  return { proposal, errors: result.ok ? [] : result.errors }
}

function matches(order: typeof orders, filter: gql.OrderFilter): SQL | undefined {
  const { status, customerId, conversationId, number, requiresReview, createdFrom, createdBefore } = filter
  return and(
    status == null ? undefined : inArray(order.status, [...status]),
    customerId == null ? undefined : eq(order.customerId, customerId),
    conversationId == null ? undefined : eq(order.conversationId, conversationId),
    number == null ? undefined : eq(order.number, number),
    requiresReview == null ? undefined : eq(order.requiresReview, requiresReview),
    createdFrom == null ? undefined : sql`${order.createdAt} >= ${createdFrom}::timestamptz`,
    createdBefore == null ? undefined : sql`${order.createdAt} < ${createdBefore}::timestamptz`,
  )
}

function sortKeys(order: typeof orders, by: gql.OrderSort): readonly SortKey[] {
  switch (by) {
    case 'CREATED_AT_DESC':
      return [descending(order.createdAt), descending(order.id)]
    case 'CREATED_AT_ASC':
      return [ascending(order.createdAt), ascending(order.id)]
    case 'UPDATED_AT_DESC':
      return [descending(order.updatedAt), descending(order.id)]
    case 'TOTAL_DESC':
      return [descending(order.totalMinor), descending(order.id)]
    case 'TOTAL_ASC':
      return [ascending(order.totalMinor), ascending(order.id)]
  }
}
