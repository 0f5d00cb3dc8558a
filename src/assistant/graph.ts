import { eq } from 'drizzle-orm'
import { products } from '../catalog/index.ts'
import { conversations } from '../conversations/index.ts'
import { descending, embeddedType, extendGraphType, graphType, one, page } from '../graphql/index.ts'
import { aiResponses } from './tables.ts'

const newestFirst = (row: typeof aiResponses) => [descending(row.createdAt), descending(row.id)]

export const aiResponse = graphType(
  'AiResponse',
  aiResponses,
  { allow: 'assistant:read', node: 'aiResponse' },
  (t) => ({
    id: t.id,
    conversation: one(conversations, t.conversationId),
    task: t.task,
    outcome: t.outcome,
    model: t.model,
    fallbackFor: t.fallbackFor,
    attempt: t.attempt,
    inputTokens: t.inputTokens,
    outputTokens: t.outputTokens,
    costMicroUsd: t.costMicroUsd,
    latencyMs: t.latencyMs,
    confidence: t.confidence,
    output: t.output,
    error: t.error,
    createdAt: t.createdAt,
  }),
)

export const conversationAnswers = extendGraphType('Conversation', conversations, (t) => ({
  aiResponses: page(aiResponses, { where: (row) => eq(row.conversationId, t.id), orderBy: newestFirst }),
}))

/** Parts of a reading that rest as JSON in orders; the products in them are looked up where they are shown. */
export const readingTypes = [
  embeddedType('TextSpan'),
  embeddedType('ReviewReason'),
  embeddedType('ProductCandidate', (candidate) => ({ product: one(products, candidate.text('productId')) })),
]
