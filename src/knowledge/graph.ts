import { eq, sql } from 'drizzle-orm'
import { conversations } from '../conversations/index.ts'
import { ascending, descending, graphType, object, one, page } from '../graphql/index.ts'
import { draftContent, draftTitle, humanReply } from './gap-draft.ts'
import { knowledgeChunks, knowledgeDocs, knowledgeGapQuestions, knowledgeGaps, knowledgeSources } from './tables.ts'

export const knowledgeDoc = graphType(
  'KnowledgeDoc',
  knowledgeDocs,
  { allow: 'knowledge:read', node: 'knowledgeDoc' },
  (t) => ({
    id: t.id,
    scope: t.scope,
    externalId: t.externalId,
    title: t.title,
    content: t.content,
    metadata: t.metadata,
    status: t.status,
    failureReason: t.failureReason,
    source: one(knowledgeSources, (source) => eq(source.docId, t.id)),
    version: t.version,
    language: t.language,
    chunkCount: t.chunkCount,
    chunks: page(knowledgeChunks, {
      where: (c) => eq(c.docId, t.id),
      orderBy: (c) => [ascending(c.position), ascending(c.id)],
    }),
    indexedAt: t.indexedAt,
    hiddenAt: t.hiddenAt,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
  }),
)

export const knowledgeSource = graphType('KnowledgeSource', knowledgeSources, { allow: 'knowledge:read' }, (t) => ({
  kind: t.kind,
  format: t.format,
  mediaType: t.mediaType,
  url: t.url,
  refetchEveryMinutes: t.refetchEveryMinutes,
  readAt: t.readAt,
  nextReadAt: t.nextReadAt,
  failureReason: t.failureReason,
}))

export const knowledgeChunk = graphType(
  'KnowledgeChunk',
  knowledgeChunks,
  { allow: 'knowledge:read', node: 'knowledgeChunk' },
  (t) => ({
    id: t.id,
    doc: one(knowledgeDocs, t.docId),
    position: t.position,
    headingPath: t.headingPath,
    text: t.text,
    startOffset: t.startOffset,
    endOffset: t.endOffset,
    embeddingModel: sql`coalesce((
      select made.model from knowledge_vectors as made
      left join knowledge_embeddings as chosen on chosen.tenant_id = made.tenant_id and chosen.model = made.model
      where made.tenant_id = ${t.tenantId} and made.chunk_id = ${t.id} and chosen.state is distinct from 'BUILDING'
      order by (chosen.state = 'ACTIVE') desc nulls last limit 1
    ), ${t.embeddingModel})`,
  }),
)

export const knowledgeGap = graphType(
  'KnowledgeGap',
  knowledgeGaps,
  { allow: 'knowledge:read', node: 'knowledgeGap' },
  (t) => ({
    id: t.id,
    question: t.question,
    status: t.status,
    questionCount: t.questionCount,
    questions: page(knowledgeGapQuestions, {
      where: (asked) => eq(asked.gapId, t.id),
      orderBy: (asked) => [descending(asked.askedAt), descending(asked.id)],
    }),
    draft: object({
      title: draftTitle(t),
      content: draftContent(t),
      origin: sql`case when ${humanReply(t)} is null then 'QUESTION' else 'REPLY' end`,
    }),
    doc: one(knowledgeDocs, t.docId),
    lastAskedAt: t.lastAskedAt,
    version: t.version,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
  }),
)

export const knowledgeGapQuestion = graphType(
  'KnowledgeGapQuestion',
  knowledgeGapQuestions,
  { allow: 'knowledge:read' },
  (t) => ({ id: t.id, text: t.text, conversation: one(conversations, t.conversationId), askedAt: t.askedAt }),
)
