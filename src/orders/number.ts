import { sql } from 'drizzle-orm'
import type { Tx } from '../platform/db/database.ts'
import { orderCounters } from './tables.ts'

/**
 * The next order number of the tenant. Other drafts of the tenant wait for this transaction from here on, so call it
 * late. A rolled-back order leaves no gap; a deleted one does.
 */
export async function nextOrderNumber(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx
    .insert(orderCounters)
    .values({ tenantId, lastNumber: 1 })
    .onConflictDoUpdate({ target: orderCounters.tenantId, set: { lastNumber: sql`${orderCounters.lastNumber} + 1` } })
    .returning({ number: orderCounters.lastNumber })
  if (row === undefined) throw new Error('The order counter gave no number.')
  return row.number
}
