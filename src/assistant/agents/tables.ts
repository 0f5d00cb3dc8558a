import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import {
  createdAt,
  id,
  oneOf,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  updatedAt,
  version,
} from '../../platform/db/columns.ts'
import { tenants } from '../../tenancy/tables.ts'

export const agentModes = ['LIVE', 'SHADOW', 'OFF'] as const
export type AgentMode = (typeof agentModes)[number]

/** What there are agents for; a person who asks for a draft of a reply needs none. */
export const agentTasks = ['READ_ORDER', 'ANSWER_QUESTION'] as const
export type AgentTask = (typeof agentTasks)[number]

/** What an agent may do by itself; what it may not is left to a person, never dropped. */
export const agentTools = ['DRAFT_ORDERS', 'CONFIRM_ORDERS', 'PROPOSE_CHANGES', 'SEND_REPLIES'] as const
export type AgentTool = (typeof agentTools)[number]

export const outsideHours = ['PEOPLE', 'WAIT'] as const

/** Some hours of some days of the week, in the tenant's time zone; over midnight when it ends before it begins. */
export interface OpeningHours {
  /** 1 Monday to 7 Sunday: the days on which it begins. */
  readonly days: readonly number[]
  /** `HH:MM`. */
  readonly from: string
  /** `HH:MM`, not included; `24:00` for the end of the day. */
  readonly to: string
}

/** How a task of the assistant is done for a tenant; without any, as Parley does it by itself. */
export const agents = pgTable(
  'agents',
  {
    tenantId: tenantId(),
    id: id(),
    task: text('task', { enum: agentTasks }).notNull(),
    name: text('name').notNull(),
    mode: text('mode', { enum: agentModes }).notNull(),
    /** Null: the server's. */
    model: text('model'),
    may: text('may', { enum: agentTools }).array().notNull(),
    /** Empty: all. */
    channels: text('channels').array().notNull(),
    /** Empty: always. */
    hours: jsonb('hours').$type<readonly OpeningHours[]>().notNull(),
    outsideHours: text('outside_hours', { enum: outsideHours }).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    oneOf(table.task, agentTasks),
    oneOf(table.mode, agentModes),
    oneOf(table.outsideHours, outsideHours),
    check('agents_name_check', sql`length(${table.name}) between 1 and 100`),
    uniqueIndex('agents_live_key')
      .on(table.tenantId, table.task)
      .where(sql`mode = 'LIVE'`),
    index('agents_newest').on(table.tenantId, table.createdAt, table.id),
    ...tenantPolicies(),
  ],
)

export type AgentRow = typeof agents.$inferSelect
