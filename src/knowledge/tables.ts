import { sql } from 'drizzle-orm'
import {
  boolean,
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
  anyVector,
  bytes,
  createdAt,
  id,
  idText,
  oneOf,
  ownedByTenant,
  systemPolicies,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
  updatedAt,
  version,
} from '../platform/db/columns.ts'
import { conversations } from '../conversations/tables.ts'
import { tenants } from '../tenancy/tables.ts'
import { fileFormats } from './files/read-file.ts'
import { termDimensions } from './lexical.ts'

export const knowledgeDocStatuses = ['PENDING', 'PROCESSING', 'READY', 'FAILED'] as const
export type KnowledgeDocStatus = (typeof knowledgeDocStatuses)[number]

export const knowledgeDocScopes = ['TENANT', 'GLOBAL'] as const

/**
 * Global documents, kept once by the operator of the installation. Tenants never see this table: what they search are their
 * own copies in knowledge_docs.
 */
export const libraryDocs = pgTable(
  'library_docs',
  {
    id: idText('id').primaryKey(),
    externalId: idText('external_id').notNull(),
    title: text('title').notNull(),
    content: text('content').notNull(),
    contentHash: idText('content_hash').notNull(),
    version: version(),
    /** Taken out of the library: so are the copies, by and by. */
    removedAt: time('removed_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [unique('library_docs_external_id_key').on(table.externalId), ...systemPolicies('all')],
)

/** Documents as imported. */
export const knowledgeDocs = pgTable(
  'knowledge_docs',
  {
    tenantId: tenantId(),
    id: id(),
    /** GLOBAL: a copy of the library's document of the same external id, which this tenant cannot change. */
    scope: text('scope', { enum: knowledgeDocScopes }).notNull().default('TENANT'),
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
    /** The library's version that this is a copy of; null for the tenant's own. */
    libraryVersion: integer('library_version'),
    /** Since when the tenant wants no answers from it. */
    hiddenAt: time('hidden_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    unique('knowledge_docs_external_id_key').on(table.tenantId, table.scope, table.externalId),
    oneOf(table.scope, knowledgeDocScopes),
    check(
      'knowledge_docs_library_check',
      sql`(${table.scope} = 'GLOBAL') = (${table.libraryVersion} is not null) and (${table.scope} = 'GLOBAL' or ${table.hiddenAt} is null)`,
    ),
    index('knowledge_docs_status_idx').on(table.tenantId, table.status, table.id),
    check('knowledge_docs_status_check', sql`${table.status} in ('PENDING', 'PROCESSING', 'READY', 'FAILED')`),
    check('knowledge_docs_failure_check', sql`(${table.status} = 'FAILED') = (${table.failureReason} is not null)`),
    ...tenantPolicies(),
  ],
)

export const knowledgeSourceKinds = ['FILE', 'URL'] as const
export type KnowledgeSourceKind = (typeof knowledgeSourceKinds)[number]

/** Where the text of a document is read from, for documents that were not imported as text. */
export const knowledgeSources = pgTable(
  'knowledge_sources',
  {
    tenantId: tenantId(),
    docId: idText('doc_id').notNull(),
    kind: text('kind', { enum: knowledgeSourceKinds }).notNull(),
    /** Counts the times it was, or is to be, read: a job for an earlier turn has nothing to do any more. */
    turn: integer('turn').notNull(),
    /** The document's present version has not been read from it yet. */
    isWaiting: boolean('is_waiting').notNull(),
    /** As the tenant gave it; null: what the file or page calls itself. */
    title: text('title'),
    mediaType: text('media_type'),
    format: text('format', { enum: fileFormats }),
    /** An uploaded file until it has been read. */
    bytes: bytes('bytes'),
    bytesHash: idText('bytes_hash'),
    url: text('url'),
    refetchEveryMinutes: integer('refetch_every_minutes'),
    etag: text('etag'),
    lastModified: text('last_modified'),
    readAt: time('read_at'),
    nextReadAt: time('next_read_at'),
    failureReason: text('failure_reason'),
  },
  (table) => [
    primaryKey({ name: 'knowledge_sources_pkey', columns: [table.tenantId, table.docId] }),
    tenantReference(table, table.docId, knowledgeDocs, 'cascade'),
    oneOf(table.kind, knowledgeSourceKinds),
    oneOf(table.format, fileFormats),
    check('knowledge_sources_url_check', sql`(${table.kind} = 'URL') = (${table.url} is not null)`),
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
    /** Version of the built-in vectors; a provider's are in knowledge_vectors. */
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

export const knowledgeEmbeddingStates = ['ACTIVE', 'BUILDING'] as const

/** Which models a tenant's passages have vectors of; without a row, the one this process is configured for. */
export const knowledgeEmbeddings = pgTable(
  'knowledge_embeddings',
  {
    tenantId: tenantId(),
    model: idText('model').notNull(),
    state: text('state', { enum: knowledgeEmbeddingStates }).notNull(),
    failureReason: text('failure_reason'),
    startedAt: time('started_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'knowledge_embeddings_pkey', columns: [table.tenantId, table.model] }),
    ownedByTenant(table, tenants),
    oneOf(table.state, knowledgeEmbeddingStates),
    unique('knowledge_embeddings_state_key').on(table.tenantId, table.state),
    ...tenantPolicies(),
  ],
)

/** Vectors of a provider's models, beside the built-in one that every passage has: several models at a time, each of its own length. */
export const knowledgeVectors = pgTable(
  'knowledge_vectors',
  {
    tenantId: tenantId(),
    chunkId: idText('chunk_id').notNull(),
    model: idText('model').notNull(),
    dimensions: integer('dimensions').notNull(),
    embedding: anyVector('embedding').notNull(),
  },
  (table) => [
    primaryKey({ name: 'knowledge_vectors_pkey', columns: [table.tenantId, table.chunkId, table.model] }),
    tenantReference(table, table.chunkId, knowledgeChunks, 'cascade'),
    index('knowledge_vectors_model_idx').on(table.tenantId, table.model, table.chunkId),
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

export const knowledgeGapStatuses = ['OPEN', 'RESOLVED', 'DISMISSED'] as const
export type KnowledgeGapStatus = (typeof knowledgeGapStatuses)[number]

/** Questions that the knowledge base does not answer, alike ones together. */
export const knowledgeGaps = pgTable(
  'knowledge_gaps',
  {
    tenantId: tenantId(),
    id: id(),
    /** As it was asked first. */
    question: text('question').notNull(),
    /** What likeness is measured by: always the built-in vectors, so that no model has to be asked inside a transaction. */
    embedding: vector('embedding', { dimensions: embeddingDimensions }).notNull(),
    status: text('status', { enum: knowledgeGapStatuses }).notNull(),
    questionCount: integer('question_count').notNull(),
    lastAskedAt: time('last_asked_at').notNull(),
    /** The document that closed it. */
    docId: idText('doc_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    oneOf(table.status, knowledgeGapStatuses),
    index('knowledge_gaps_asked_idx').on(table.tenantId, table.lastAskedAt, table.id),
    index('knowledge_gaps_status_idx').on(table.tenantId, table.status, table.lastAskedAt, table.id),
    ...tenantPolicies(),
  ],
)

/** Each time such a question was asked. */
export const knowledgeGapQuestions = pgTable(
  'knowledge_gap_questions',
  {
    tenantId: tenantId(),
    id: id(),
    gapId: idText('gap_id').notNull(),
    conversationId: idText('conversation_id').notNull(),
    text: text('text').notNull(),
    askedAt: time('asked_at').notNull(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.gapId, knowledgeGaps, 'cascade'),
    tenantReference(table, table.conversationId, conversations, 'cascade'),
    index('knowledge_gap_questions_gap_idx').on(table.tenantId, table.gapId, table.askedAt, table.id),
    index('knowledge_gap_questions_conversation_idx').on(table.tenantId, table.conversationId),
    ...tenantPolicies(),
  ],
)

export type KnowledgeGapRow = typeof knowledgeGaps.$inferSelect
export type KnowledgeDocRow = typeof knowledgeDocs.$inferSelect
export type KnowledgeSourceRow = typeof knowledgeSources.$inferSelect
export type KnowledgeChunkRow = typeof knowledgeChunks.$inferSelect
