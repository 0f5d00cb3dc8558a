import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import {
  id,
  idText,
  moneyMinor,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
} from '../platform/db/columns.ts'
import { tenants } from '../tenancy/tables.ts'

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

/** What embedding models did for a tenant in one hour: calls that belong to no conversation, so to no answer's log. */
export const embeddingHours = pgTable(
  'embedding_hours',
  {
    tenantId: tenantId(),
    /** When the hour began, UTC. */
    hour: time('hour').notNull(),
    model: text('model').notNull(),
    requests: integer('requests').notNull(),
    failures: integer('failures').notNull(),
    inputTokens: bigint('input_tokens', { mode: 'bigint' }).notNull(),
    costMicroUsd: moneyMinor('cost_micro_usd').notNull(),
    latencyMs: bigint('latency_ms', { mode: 'bigint' }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'embedding_hours_pkey', columns: [table.tenantId, table.hour, table.model] }),
    ownedByTenant(table, tenants),
    ...tenantPolicies(),
  ],
)
