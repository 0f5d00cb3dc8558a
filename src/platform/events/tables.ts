import { sql } from 'drizzle-orm'
import { bigint, customType, index, jsonb, pgTable } from 'drizzle-orm/pg-core'
import type { ActorKind } from '../auth/actor.ts'
import { id, idText, rowPolicy, systemRole, tenantId, tenantKey, tenantPolicies, time } from '../db/columns.ts'

/** A transaction's 64-bit number, which outgrows a double; as text in TypeScript. */
const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' })

/**
 * The append-only log of what happened, one sequence of facts per tenant. Read in the order (xid, seq) and only up to
 * the oldest transaction still running, so that a reader never passes an event that commits late (read.ts).
 */
export const events = pgTable(
  'events',
  {
    tenantId: tenantId(),
    id: id(),
    /** Orders the events of one transaction. */
    seq: bigint('seq', { mode: 'bigint' }).generatedAlwaysAsIdentity().notNull(),
    /**
     * Its transaction's number, or that of the last one that had ended when it was written, whichever is later: so
     * transactions that waited for one another stand in the order in which they got what they waited for.
     */
    xid: transactionId('xid')
      .notNull()
      .default(sql`event_position()`),
    /** `order.confirmed`. */
    type: idText('type').notNull(),
    subjectId: idText('subject_id').notNull(),
    conversationId: idText('conversation_id'),
    actorKind: idText('actor_kind').$type<ActorKind>().notNull(),
    actorId: idText('actor_id').notNull(),
    requestId: idText('request_id').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    occurredAt: time('occurred_at').notNull(),
  },
  (table) => [
    tenantKey(table),
    index('events_position_idx').on(table.tenantId, table.xid, table.seq),
    // For the feed, which follows the tenants of all its subscribers with one statement.
    index('events_tail_idx').on(table.xid, table.seq),
    index('events_conversation_idx').on(table.tenantId, table.conversationId, table.xid, table.seq),
    // For upkeep: what is older than the retention is deleted across tenants.
    index('events_occurred_idx').on(table.occurredAt),
    ...tenantPolicies({ app: 'append' }),
    // The system role runs the feed and forgets what is past the retention.
    rowPolicy('system_select', systemRole, 'select', sql`true`),
    rowPolicy('system_delete', systemRole, 'delete', sql`true`),
  ],
)
