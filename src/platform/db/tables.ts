import { jsonb, pgTable, primaryKey, text, index } from 'drizzle-orm/pg-core'
import { idText, rowPolicy, systemRole, tenantId, tenantPolicies, time } from './columns.ts'
import { sql } from 'drizzle-orm'

/**
 * What was answered to a request that carried an idempotency key, written in the transaction of its effect. The system
 * role only deletes what has expired.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    tenantId: tenantId(),
    /** Kind and id of who asked, so that two actors' equal keys do not meet: `USER:usr_…`. */
    actor: idText('actor').notNull(),
    /** The mutation's name. */
    operation: idText('operation').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of the canonical input. */
    fingerprint: idText('fingerprint').notNull(),
    /** What the verb returned; null only inside the transaction that is executing it. */
    result: jsonb('result'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [table.tenantId, table.actor, table.operation, table.key] }),
    index('idempotency_keys_created_idx').on(table.createdAt),
    ...tenantPolicies(),
    rowPolicy('system_select', systemRole, 'select', sql`true`),
    rowPolicy('system_delete', systemRole, 'delete', sql`true`),
  ],
)
