import { eq } from 'drizzle-orm'
import { ascending, graphType, one, page } from '../graphql/index.ts'
import { knowledgeChunks, knowledgeDocs, knowledgeSources } from './tables.ts'

export const knowledgeDoc = graphType(
  'KnowledgeDoc',
  knowledgeDocs,
  { allow: 'knowledge:read', node: 'knowledgeDoc' },
  (t) => ({
    id: t.id,
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
    embeddingModel: t.embeddingModel,
  }),
)
