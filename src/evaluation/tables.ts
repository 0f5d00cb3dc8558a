import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { agents } from '../assistant/agents/tables.ts'
import { learnedExamples } from '../assistant/tables.ts'
import { orders } from '../orders/tables.ts'
import type { OrderExample } from '../platform/ai/model.ts'
import { actorKinds } from '../platform/auth/actor.ts'
import {
  createdAt,
  id,
  idText,
  moneyMinor,
  oneOf,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
} from '../platform/db/columns.ts'
import { tenants } from '../tenancy/tables.ts'

export const evaluationStates = ['RUNNING', 'DONE', 'FAILED'] as const
export type EvaluationState = (typeof evaluationStates)[number]

/** One way of reading orders, tried on what people said the right orders were: the tenant's golden set. */
export const evaluationRuns = pgTable(
  'evaluation_runs',
  {
    tenantId: tenantId(),
    id: id(),
    /** The version of the shop's prompt that models were told; null: Parley's own words. */
    promptVersionId: idText('prompt_version_id'),
    model: text('model').notNull(),
    state: text('state', { enum: evaluationStates }).notNull(),
    failureReason: text('failure_reason'),
    /** Names the set as it was: of the examples, their lines and states. Figures of different sets are not compared. */
    goldenSet: text('golden_set').notNull(),
    exampleCount: integer('example_count').notNull(),
    createdByKind: text('created_by_kind', { enum: actorKinds }).notNull(),
    createdById: idText('created_by_id').notNull(),
    createdAt: createdAt(),
    finishedAt: time('finished_at'),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    oneOf(table.state, evaluationStates),
    check('evaluation_runs_finished_check', sql`(${table.state} = 'RUNNING') = (${table.finishedAt} is null)`),
    index('evaluation_runs_newest').on(table.tenantId, table.createdAt, table.id),
    index('evaluation_runs_prompt').on(table.tenantId, table.promptVersionId, table.createdAt, table.id),
    ...tenantPolicies(),
  ],
)

export type EvaluationRunRow = typeof evaluationRuns.$inferSelect
export type ExampleLines = OrderExample['lines']

/** What came of one example. Written once: a run that goes on after its process died finds what is done. */
export const evaluationResults = pgTable(
  'evaluation_results',
  {
    tenantId: tenantId(),
    id: id(),
    runId: idText('run_id').notNull(),
    exampleId: idText('example_id').notNull(),
    /** The lines as people made them, then. */
    expected: jsonb('expected').$type<ExampleLines>().notNull(),
    read: jsonb('read').$type<ExampleLines>().notNull(),
    /** Lines of the same product and quantity. */
    matched: integer('matched').notNull(),
    missed: integer('missed').notNull(),
    invented: integer('invented').notNull(),
    /** All lines are the same, variants and all. */
    isExact: boolean('is_exact').notNull(),
    /** How far the total would have been off, at the prices of now. */
    moneyErrorMinor: moneyMinor('money_error_minor').notNull(),
    /** What went wrong with the model, so that the built-in one read; null when nothing did. */
    error: text('error'),
    costMicroUsd: moneyMinor('cost_micro_usd').notNull(),
    latencyMs: integer('latency_ms').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.runId, evaluationRuns, 'cascade'),
    tenantReference(table, table.exampleId, learnedExamples, 'cascade'),
    unique('evaluation_results_example_key').on(table.tenantId, table.runId, table.exampleId),
    index('evaluation_results_newest').on(table.tenantId, table.runId, table.createdAt, table.id),
    ...tenantPolicies({ app: 'append' }),
  ],
)

/** What an agent that runs beside read of the messages that became an order. */
export const shadowReadings = pgTable(
  'shadow_readings',
  {
    tenantId: tenantId(),
    id: id(),
    agentId: idText('agent_id').notNull(),
    orderId: idText('order_id').notNull(),
    /** Of so many; when the order was made of more, it is not compared. */
    messageCount: integer('message_count').notNull(),
    read: jsonb('read').$type<ExampleLines>().notNull(),
    confidence: doublePrecision('confidence').notNull(),
    error: text('error'),
    costMicroUsd: moneyMinor('cost_micro_usd').notNull(),
    latencyMs: integer('latency_ms').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.agentId, agents, 'cascade'),
    tenantReference(table, table.orderId, orders, 'cascade'),
    unique('shadow_readings_order_key').on(table.tenantId, table.agentId, table.orderId),
    index('shadow_readings_newest').on(table.tenantId, table.agentId, table.createdAt, table.id),
    ...tenantPolicies({ app: 'append' }),
  ],
)
