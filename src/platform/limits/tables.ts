import { doublePrecision, pgTable } from 'drizzle-orm/pg-core'
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
