import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { learnedExamples } from '../assistant/tables.ts'
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
