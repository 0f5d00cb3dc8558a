import { and, eq } from 'drizzle-orm'
import type * as gql from '../generated/schema.ts'
import { descending, guard, page, read, reference } from '../graphql/index.ts'
import { previewOrder } from './preview.ts'
import { aiResponses } from './tables.ts'

export const resolvers = {
  Query: {
    aiResponses: read(
      'assistant:read',
      page(aiResponses, {
        where: (row, { filter }: gql.QueryAiResponsesArgs) =>
          and(
            filter?.conversationId ? eq(row.conversationId, filter.conversationId) : undefined,
            filter?.outcome ? eq(row.outcome, filter.outcome) : undefined,
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
}
