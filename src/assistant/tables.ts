import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { products } from '../catalog/tables.ts'
import { conversations } from '../conversations/tables.ts'
import { customers } from '../customers/tables.ts'
import { modelFailureKinds, type OrderExample } from '../platform/ai/model.ts'
import { actorKinds } from '../platform/auth/actor.ts'
import {
  createdAt,
  id,
  idText,
  moneyMinor,
  tenantId,
  tenantKey,
  tenantPolicies,
  oneOf,
  tenantReference,
  updatedAt,
  version,
} from '../platform/db/columns.ts'

export const aiTasks = ['READ_ORDER', 'ANSWER_QUESTION', 'SUGGEST_REPLY', 'SUMMARISE'] as const
export type AiTask = (typeof aiTasks)[number]

export const aiOutcomes = ['OK', ...modelFailureKinds, 'BUDGET'] as const
export type AiOutcome = (typeof aiOutcomes)[number]

/** Every answer of the assistant as it was given; nobody edits it afterwards. */
export const aiResponses = pgTable(
  'ai_responses',
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: idText('conversation_id').notNull(),
    /** The messages that were read, oldest first. */
    messageIds: text('message_ids').array().notNull(),
    task: text('task', { enum: aiTasks }).notNull(),
    outcome: text('outcome', { enum: aiOutcomes }).notNull(),
    model: text('model').notNull(),
    fallbackFor: text('fallback_for'),
    /** The agent that was asked; null: Parley's own way. */
    agentId: idText('agent_id'),
    /** The version of the shop's own prompt that the model was told; null: Parley's own words, or no model was asked. */
    promptVersionId: idText('prompt_version_id'),
    /** 1 at first; a call that failed for a passing reason is tried again. */
    attempt: integer('attempt').notNull().default(1),
    inputTokens: integer('input_tokens').notNull(),
    outputTokens: integer('output_tokens').notNull(),
    costMicroUsd: moneyMinor('cost_micro_usd').notNull(),
    latencyMs: integer('latency_ms').notNull(),
    confidence: doublePrecision('confidence'),
    output: jsonb('output'),
    error: text('error'),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.conversationId, conversations, 'cascade'),
    index('ai_responses_newest').on(table.tenantId, table.createdAt, table.id),
    index('ai_responses_failed')
      .on(table.tenantId, table.createdAt, table.id)
      .where(sql`outcome <> 'OK'`),
    index('ai_responses_prompt')
      .on(table.tenantId, table.promptVersionId, table.createdAt)
      .where(sql`prompt_version_id is not null`),
    index('ai_responses_conversation').on(table.tenantId, table.conversationId, table.createdAt, table.id),
    ...tenantPolicies({ app: 'append' }),
  ],
)

/** The passages an answer was made from, as they were then: a passage's id ends when its text changes. */
export const aiCitations = pgTable(
  'ai_citations',
  {
    tenantId: tenantId(),
    aiResponseId: idText('ai_response_id').notNull(),
    position: integer('position').notNull(),
    docId: idText('doc_id').notNull(),
    chunkId: idText('chunk_id').notNull(),
    title: text('title').notNull(),
    headingPath: text('heading_path').array().notNull(),
    excerpt: text('excerpt').notNull(),
  },
  (table) => [
    primaryKey({ name: 'ai_citations_pkey', columns: [table.tenantId, table.aiResponseId, table.position] }),
    tenantReference(table, table.aiResponseId, aiResponses, 'cascade'),
    ...tenantPolicies({ app: 'append' }),
  ],
)

export const learnedStates = ['ACTIVE', 'REVOKED'] as const
export type LearnedState = (typeof learnedStates)[number]

export const learnedAliasSources = ['CORRECTION', 'MANUAL'] as const

/** What customers call products: one customer in words of their own, or, without a customer, several of them. */
export const learnedAliases = pgTable(
  'learned_aliases',
  {
    tenantId: tenantId(),
    id: id(),
    /** Null: holds for every customer. */
    customerId: idText('customer_id'),
    /** In the form in which it is looked up: folded words. */
    phrase: text('phrase').notNull(),
    productId: idText('product_id').notNull(),
    variantIds: text('variant_ids').array().notNull(),
    state: text('state', { enum: learnedStates }).notNull(),
    /** How often people taught it. */
    times: integer('times').notNull(),
    /** Who had the last word: corrections, or somebody who wrote it down. */
    source: text('source', { enum: learnedAliasSources }).notNull(),
    /** The order whose correction taught it last; null when none did. Orders come after this domain, so no key. */
    orderId: idText('order_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.customerId, customers, 'cascade'),
    tenantReference(table, table.productId, products, 'cascade'),
    oneOf(table.state, learnedStates),
    oneOf(table.source, learnedAliasSources),
    unique('learned_aliases_phrase_key').on(table.tenantId, table.customerId, table.phrase).nullsNotDistinct(),
    index('learned_aliases_newest').on(table.tenantId, table.createdAt, table.id),
    index('learned_aliases_product').on(table.tenantId, table.productId),
    check('learned_aliases_phrase_check', sql`length(${table.phrase}) between 1 and 200`),
    ...tenantPolicies(),
  ],
)

export const learnedExampleSources = ['CORRECTED', 'APPROVED', 'MANUAL'] as const
export type LearnedExampleSource = (typeof learnedExampleSources)[number]

/** What a customer wrote and the order that people made of it: shown to models, and what evaluations measure against. */
export const learnedExamples = pgTable(
  'learned_examples',
  {
    tenantId: tenantId(),
    id: id(),
    customerId: idText('customer_id'),
    /** The order it comes from; null when somebody wrote it down. */
    orderId: idText('order_id'),
    text: text('text').notNull(),
    lines: jsonb('lines').$type<OrderExample['lines']>().notNull(),
    source: text('source', { enum: learnedExampleSources }).notNull(),
    state: text('state', { enum: learnedStates }).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.customerId, customers, 'cascade'),
    oneOf(table.source, learnedExampleSources),
    oneOf(table.state, learnedStates),
    unique('learned_examples_order_key').on(table.tenantId, table.orderId),
    index('learned_examples_newest').on(table.tenantId, table.createdAt, table.id),
    index('learned_examples_customer').on(table.tenantId, table.customerId, table.createdAt),
    ...tenantPolicies(),
  ],
)

export const ratings = ['GOOD', 'BAD'] as const

/** What people think of an answer of the assistant: one opinion a person and answer. */
export const aiRatings = pgTable(
  'ai_ratings',
  {
    tenantId: tenantId(),
    id: id(),
    aiResponseId: idText('ai_response_id').notNull(),
    byKind: text('by_kind', { enum: actorKinds }).notNull(),
    byId: idText('by_id').notNull(),
    rating: text('rating', { enum: ratings }).notNull(),
    reason: text('reason'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.aiResponseId, aiResponses, 'cascade'),
    oneOf(table.byKind, actorKinds),
    oneOf(table.rating, ratings),
    unique('ai_ratings_by_key').on(table.tenantId, table.aiResponseId, table.byKind, table.byId),
    check('ai_ratings_reason_check', sql`length(${table.reason}) between 1 and 1000`),
    ...tenantPolicies(),
  ],
)
