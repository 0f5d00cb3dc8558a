import { and, asc, eq, sql } from 'drizzle-orm'
import { products, productVariants } from '../catalog/index.ts'
import { conversations } from '../conversations/index.ts'
import { actorIn, customers } from '../customers/index.ts'
import { descending, embeddedType, extendGraphType, graphType, many, one, page } from '../graphql/index.ts'
import { knowledgeChunks, knowledgeDocs } from '../knowledge/index.ts'
import { agents } from './agents/tables.ts'
import { promptVersions } from './prompts/tables.ts'
import { aiCitations, aiRatings, aiResponses, learnedAliases, learnedExamples } from './tables.ts'

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
    agent: one(agents, t.agentId),
    promptVersion: one(promptVersions, t.promptVersionId),
    attempt: t.attempt,
    inputTokens: t.inputTokens,
    outputTokens: t.outputTokens,
    costMicroUsd: t.costMicroUsd,
    latencyMs: t.latencyMs,
    confidence: t.confidence,
    output: t.output,
    error: t.error,
    citations: many(aiCitations, (cited) => ({
      where: eq(cited.aiResponseId, t.id),
      orderBy: [asc(cited.position)],
    })),
    createdAt: t.createdAt,
    ratings: many(aiRatings, (row) => ({
      where: eq(row.aiResponseId, t.id),
      orderBy: [asc(row.createdAt), asc(row.id)],
    })),
  }),
)

export const aiRating = graphType('AiRating', aiRatings, { allow: 'assistant:read' }, (t) => ({
  by: actorIn(t.byKind, t.byId),
  rating: t.rating,
  reason: t.reason,
  updatedAt: t.updatedAt,
}))

export const learnedAlias = graphType(
  'LearnedAlias',
  learnedAliases,
  { allow: 'assistant:read', node: 'learnedAlias' },
  (t) => ({
    id: t.id,
    phrase: t.phrase,
    product: one(products, t.productId),
    variants: many(productVariants, (v) => ({
      where: and(eq(v.productId, t.productId), sql`${v.id} = any(${t.variantIds})`),
      orderBy: [asc(v.axis), asc(v.id)],
    })),
    customer: one(customers, t.customerId),
    state: t.state,
    source: t.source,
    times: t.times,
    version: t.version,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
  }),
)

export const learnedExample = graphType(
  'LearnedExample',
  learnedExamples,
  { allow: 'assistant:read', node: 'learnedExample' },
  (t) => ({
    id: t.id,
    text: t.text,
    lines: t.lines,
    customer: one(customers, t.customerId),
    source: t.source,
    state: t.state,
    version: t.version,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
  }),
)

export const citation = graphType('Citation', aiCitations, { allow: 'assistant:read' }, (t) => ({
  doc: one(knowledgeDocs, t.docId),
  chunk: one(knowledgeChunks, t.chunkId),
  title: t.title,
  headingPath: t.headingPath,
  excerpt: t.excerpt,
  staleReason: sql`case
    when exists (select from ${knowledgeChunks} as chunk where chunk.tenant_id = ${t.tenantId} and chunk.id = ${t.chunkId})
      then null
    when exists (select from ${knowledgeDocs} as doc where doc.tenant_id = ${t.tenantId} and doc.id = ${t.docId})
      then 'CHANGED'
    else 'DELETED' end`,
}))

export const conversationAnswers = extendGraphType('Conversation', conversations, (t) => ({
  aiResponses: page(aiResponses, { where: (row) => eq(row.conversationId, t.id), orderBy: newestFirst }),
}))

/** Parts of a reading that rest as JSON in orders; the products in them are looked up where they are shown. */
export const readingTypes = [
  embeddedType('TextSpan'),
  embeddedType('ReviewReason'),
  embeddedType('ProductCandidate', (candidate) => ({ product: one(products, candidate.text('productId')) })),
]
