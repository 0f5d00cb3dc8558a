import { doublePrecision, integer, jsonb, pgTable } from 'drizzle-orm/pg-core'
import { idText, systemPolicies, time } from '../db/columns.ts'

/**
 * What is left of each allowance, shared by all processes (allowances.ts). Strangers' addresses have one before any
 * tenant is known, so no tenant owns these rows, and none sees them. A row that is missing stands for a full allowance.
 */
export const allowances = pgTable(
  'allowances',
  {
    /** Who may spend it, e.g. `tenant ten_…`; addresses and e-mails are hashed. */
    name: idText('name').primaryKey(),
    /** Left at `settledAt`; below zero when several processes spent at once. */
    points: doublePrecision('points').notNull(),
    /** Handed out by the last settlement, for the process that made it. */
    granted: doublePrecision('granted').notNull(),
    /** By the clock of the database: those of the processes differ. */
    settledAt: time('settled_at').notNull(),
  },
  () => [...systemPolicies('all')],
)

/**
 * How many sockets each process has open, by tenant and by credential (leases.ts): nobody's data, and asked of before a
 * tenant's transaction could begin, so the system role alone sees it.
 */
export const leases = pgTable(
  'leases',
  {
    /** Whose, e.g. `sockets ten_…`. */
    name: idText('name').primaryKey(),
    /** By process: how many it has, and until when that is believed, in seconds of the epoch. */
    holders: jsonb('holders').$type<Readonly<Record<string, readonly [number, number]>>>().notNull(),
    /** How many places the last who asked was given. */
    granted: integer('granted').notNull(),
    /** When the last of them is over. */
    expiresAt: time('expires_at').notNull(),
  },
  () => [...systemPolicies('all')],
)
