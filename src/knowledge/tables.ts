import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  sparsevec,
  text,
  unique,
  vector,
} from 'drizzle-orm/pg-core'
import { embeddingDimensions } from '../platform/ai/embeddings.ts'
import {
  createdAt,
  id,
  idText,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
  updatedAt,
  version,
} from '../platform/db/columns.ts'
import { tenants } from '../tenancy/tables.ts'
import { termDimensions } from './lexical.ts'

export const knowledgeDocStatuses = ['PENDING', 'PROCESSING', 'READY', 'FAILED'] as const
export type KnowledgeDocStatus = (typeof knowledgeDocStatuses)[number]

/** Documents as imported. */
export const knowledgeDocs = pgTable(
  'knowledge_docs',
  {
    tenantId: tenantId(),
    id: id(),
    externalId: idText('external_id').notNull(),
    title: text('title').notNull(),
    content: text('content').notNull(),
    /** Of title and content: what has to be indexed again when it changes. */
    contentHash: idText('content_hash').notNull(),
    metadata: jsonb('metadata').$type<Readonly<Record<string, unknown>>>().notNull(),
    status: text('status', { enum: knowledgeDocStatuses }).notNull(),
    failureReason: text('failure_reason'),
    version: version(),
    language: text('language'),
    chunkCount: integer('chunk_count').notNull().default(0),
    indexedAt: time('indexed_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    unique('knowledge_docs_external_id_key').on(table.tenantId, table.externalId),
    index('knowledge_docs_status_idx').on(table.tenantId, table.status, table.id),
    check('knowledge_docs_status_check', sql`${table.status} in ('PENDING', 'PROCESSING', 'READY', 'FAILED')`),
    check('knowledge_docs_failure_check', sql`(${table.status} = 'FAILED') = (${table.failureReason} is not null)`),
    ...tenantPolicies(),
  ],
)

/**
 * Passages with what they are searched by. A hand-written migration makes this table again as one that is hash-partitioned
 * by tenant × 16, each partition with its own HNSW index: an index over all tenants misses the neighbours of the small ones.
 */
export const knowledgeChunks = pgTable(
  'knowledge_chunks',
  {
    tenantId: tenantId(),
    id: id(),
    docId: idText('doc_id').notNull(),
    position: integer('position').notNull(),
    headingPath: text('heading_path').array().notNull(),
    text: text('text').notNull(),
    startOffset: integer('start_offset').notNull(),
    endOffset: integer('end_offset').notNull(),
    /** Of title, headings and text: a passage whose hash stays keeps its id and its vector through an edit. */
    contentHash: idText('content_hash').notNull(),
    /** What full text is ranked by, see lexical.ts. */
    terms: sparsevec('terms', { dimensions: termDimensions }).notNull(),
    wordCount: doublePrecision('word_count').notNull(),
    embedding: vector('embedding', { dimensions: embeddingDimensions }).notNull(),
    embeddingModel: idText('embedding_model').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.docId, knowledgeDocs, 'cascade'),
    index('knowledge_chunks_doc_idx').on(table.tenantId, table.docId, table.position),
    index('knowledge_chunks_embedding_idx').using('hnsw', table.embedding.op('vector_cosine_ops')),
    ...tenantPolicies(),
  ],
)

/** In how many passages of the tenant a term occurs: how rare a word is. Kept in the transaction that changes passages. */
export const knowledgeTerms = pgTable(
  'knowledge_terms',
  {
    tenantId: tenantId(),
    /** Dimension of the sparse vectors. */
    term: integer('term').notNull(),
    chunkCount: integer('chunk_count').notNull(),
  },
  (table) => [
    primaryKey({ name: 'knowledge_terms_pkey', columns: [table.tenantId, table.term] }),
    ownedByTenant(table, tenants),
    ...tenantPolicies(),
  ],
)

/** One row a tenant: how much there is to search. Locked by whoever changes passages, so that counts stay exact. */
export const knowledgeTotals = pgTable(
  'knowledge_totals',
  {
    tenantId: tenantId(),
    chunkCount: integer('chunk_count').notNull(),
    wordCount: doublePrecision('word_count').notNull(),
  },
  (table) => [
    primaryKey({ name: 'knowledge_totals_pkey', columns: [table.tenantId] }),
    ownedByTenant(table, tenants),
    ...tenantPolicies(),
  ],
)

export type KnowledgeDocRow = typeof knowledgeDocs.$inferSelect
export type KnowledgeChunkRow = typeof knowledgeChunks.$inferSelect
