import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { conversations } from '../conversations/tables.ts'
import { modelFailureKinds } from '../platform/ai/model.ts'
import {
  createdAt,
  id,
  idText,
  moneyMinor,
  tenantId,
  tenantKey,
  tenantPolicies,
  ownedByTenant,
  tenantReference,
  time,
} from '../platform/db/columns.ts'
import { tenants } from '../tenancy/tables.ts'

export const aiTasks = ['READ_ORDER', 'ANSWER_QUESTION'] as const
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
    index('ai_responses_conversation').on(table.tenantId, table.conversationId, table.createdAt, table.id),
    ...tenantPolicies({ app: 'append' }),
  ],
)

/** What models cost a tenant in one calendar month of its time zone. The row's lock is what calls beside each other wait for. */
export const aiBudgetMonths = pgTable(
  'ai_budget_months',
  {
    tenantId: tenantId(),
    /** The month, e.g. `2026-11`. */
    id: id(),
    spentMicroUsd: moneyMinor('spent_micro_usd')
      .notNull()
      .default(sql`0`),
    /** Set aside for calls under way: the sum of their reservations. */
    reservedMicroUsd: moneyMinor('reserved_micro_usd')
      .notNull()
      .default(sql`0`),
    /** The highest step of the budget that was announced, in percent; 0 when none was. */
    warnedPercent: integer('warned_percent').notNull().default(0),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    check('ai_budget_months_not_negative', sql`${table.spentMicroUsd} >= 0 and ${table.reservedMicroUsd} >= 0`),
    ...tenantPolicies(),
  ],
)

/** What one call under way may cost. Gone when it is settled; one that was never settled counts as spent after its time. */
export const aiReservations = pgTable(
  'ai_reservations',
  {
    tenantId: tenantId(),
    id: id(),
    month: idText('month').notNull(),
    microUsd: moneyMinor('micro_usd').notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.month, aiBudgetMonths, 'cascade'),
    index('ai_reservations_expired').on(table.tenantId, table.month, table.expiresAt),
    ...tenantPolicies(),
  ],
)
