import { and, eq, not, sql, type SQL } from 'drizzle-orm'
import { actorOf } from '../customers/index.ts'
import type * as gql from '../generated/schema.ts'
import { descending, guard, page, read, reference, subscribeEvents } from '../graphql/index.ts'
import type { Result } from '../platform/results.ts'
import { readBudget, type spendingEvents } from '../spending/index.ts'
import { createLearnedAlias, updateLearnedAlias, updateLearnedExample } from './learning/change-learned.ts'
import { previewOrder } from './preview.ts'
import { agentResolvers } from './agents/resolvers.ts'
import { promptResolvers } from './prompts/resolvers.ts'
import { rateAnswer } from './rate.ts'
import { aiResponses, learnedAliases, learnedExamples } from './tables.ts'
import { readUsage } from './usage.ts'

export const resolvers = {
  Query: {
    ...agentResolvers.Query,
    ...promptResolvers.Query,
    aiResponses: read(
      'assistant:read',
      page(aiResponses, {
        where: (row, { filter }: gql.QueryAiResponsesArgs) =>
          and(
            filter?.conversationId ? eq(row.conversationId, filter.conversationId) : undefined,
            filter?.outcome ? eq(row.outcome, filter.outcome) : undefined,
            filter?.stale == null ? undefined : filter.stale ? isStale(row) : not(isStale(row)),
          ),
        orderBy: (row) => [descending(row.createdAt), descending(row.id)],
      }),
    ),
    aiErrors: read(
      'assistant:read',
      page(aiResponses, {
        // A literal, so that the index of failed calls serves it.
        where: (row, { outcome }: gql.QueryAiErrorsArgs) =>
          and(sql`${row.outcome} <> 'OK'`, outcome ? eq(row.outcome, outcome) : undefined),
        orderBy: (row) => [descending(row.createdAt), descending(row.id)],
      }),
    ),
    aiBudget: guard('assistant:read', async (_args: object, ctx) => {
      const budget = await readBudget(ctx)
      const { limitMicroUsd: limit, spentMicroUsd: spent, reservedMicroUsd: reserved } = budget
      const left = limit === null ? null : limit - spent - reserved
      return {
        ...budget,
        availableMicroUsd: left !== null && left < 0n ? 0n : left,
        usedPercent: limit === null ? null : limit === 0n ? 100 : Number((spent * 100n) / limit),
      }
    }),
    aiUsage: guard('assistant:read', async ({ from, to, by, agentId }: gql.QueryAiUsageArgs, ctx) => {
      const rows = await readUsage(ctx, { from, to, by: by ?? 'HOUR', agentId: agentId ?? null })
      return rows.map(({ agentId: id, ...row }) => ({ ...row, agent: id === null ? null : reference(id) }))
    }),
    learnedAliases: read(
      'assistant:read',
      page(learnedAliases, {
        where: (row, { filter }: gql.QueryLearnedAliasesArgs) =>
          and(
            filter?.customerId ? eq(row.customerId, filter.customerId) : undefined,
            filter?.productId ? eq(row.productId, filter.productId) : undefined,
            filter?.state ? eq(row.state, filter.state) : undefined,
          ),
        orderBy: (row) => [descending(row.createdAt), descending(row.id)],
      }),
    ),
    learnedExamples: read(
      'assistant:read',
      page(learnedExamples, {
        where: (row, { filter }: gql.QueryLearnedExamplesArgs) =>
          and(
            filter?.customerId ? eq(row.customerId, filter.customerId) : undefined,
            filter?.source ? eq(row.source, filter.source) : undefined,
          ),
        orderBy: (row) => [descending(row.createdAt), descending(row.id)],
      }),
    ),
    orderExtractionPreview: guard('assistant:preview', async (args: gql.QueryOrderExtractionPreviewArgs, ctx) => {
      const { reading, reasons, model } = await previewOrder(ctx, args)
      return {
        intents: reading.intents,
        confidence: reading.confidence,
        needsReview: reasons.length > 0,
        reviewReasons: reasons,
        model,
        lines: reading.lines.map((line) => ({
          ...line,
          product: line.productId === null ? null : reference(line.productId),
          variants: line.variantIds.map(reference),
          spans: line.spans.map((span) => ({ ...span, messageId: null })),
          candidates: line.candidates.map(({ productId, score }) => ({ product: reference(productId), score })),
        })),
      }
    }),
  },
  Mutation: {
    ...agentResolvers.Mutation,
    ...promptResolvers.Mutation,
    learnedAliasCreate: guard('assistant:write', async (args: gql.MutationLearnedAliasCreateArgs, ctx) =>
      aliasPayload(await createLearnedAlias(ctx, args.input, args.idempotencyKey ?? null)),
    ),
    learnedAliasUpdate: guard('assistant:write', async (args: gql.MutationLearnedAliasUpdateArgs, ctx) =>
      aliasPayload(await updateLearnedAlias(ctx, args.id, args.input, args.expectedVersion ?? null)),
    ),
    learnedExampleUpdate: guard('assistant:write', async (args: gql.MutationLearnedExampleUpdateArgs, ctx) => {
      const result = await updateLearnedExample(ctx, args.id, args.input, args.expectedVersion ?? null)
      return result.ok ? { example: reference(result.exampleId), errors: [] } : { example: null, errors: result.errors }
    }),
    aiResponseRate: guard('assistant:write', async ({ id, input }: gql.MutationAiResponseRateArgs, ctx) => {
      const result = await rateAnswer(ctx, id, input)
      return result.ok
        ? { aiResponse: reference(result.aiResponseId), errors: [] }
        : { aiResponse: null, errors: result.errors }
    }),
  },
  Subscription: {
    ...agentResolvers.Subscription,
    usageAlerts: subscribeEvents({
      access: 'assistant:read',
      types: ['ai.budget_reached'] satisfies (keyof typeof spendingEvents)[],
      payload: (event) => ({ actor: actorOf(event.actor), ...event.data }),
    }),
  },
}

function aliasPayload(result: Result<{ aliasId: string }>) {
  return result.ok ? { alias: reference(result.aliasId), errors: [] } : { alias: null, errors: result.errors }
}

/** Whether a passage that the answer was made from is not there any more as it was. */
function isStale(row: typeof aiResponses): SQL {
  return sql`exists (
    select from ai_citations as cited
    where cited.tenant_id = ${row.tenantId} and cited.ai_response_id = ${row.id} and not exists (
      select from knowledge_chunks as chunk where chunk.tenant_id = cited.tenant_id and chunk.id = cited.chunk_id
    )
  )`
}
