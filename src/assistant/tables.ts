import { doublePrecision, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { conversations } from '../conversations/tables.ts'
import {
  createdAt,
  id,
  idText,
  moneyMinor,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
} from '../platform/db/columns.ts'

export const aiTasks = ['READ_ORDER', 'ANSWER_QUESTION'] as const
export type AiTask = (typeof aiTasks)[number]

export const aiOutcomes = ['OK', 'TIMEOUT', 'REFUSAL', 'INVALID_OUTPUT', 'PROVIDER_ERROR'] as const
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
    index('ai_responses_conversation').on(table.tenantId, table.conversationId, table.createdAt, table.id),
    ...tenantPolicies({ app: 'append' }),
  ],
)
