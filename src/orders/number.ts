import type { Tx } from '../platform/db/database.ts'
import { send, statement } from '../platform/db/statement.ts'

/**
 * The next order number of the tenant. Other drafts of the tenant wait for this transaction from here on, so call it
 * late. A rolled-back order leaves no gap; a deleted one does.
 */
export async function nextOrderNumber(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await send(tx, counted.with({ tenantId }))
  if (row === undefined) throw new Error('The order counter gave no number.')
  return row.number
}

const counted = statement<{ tenantId: string }, { number: number }>(
  `/* nextOrderNumber */
  insert into order_counters (tenant_id, last_number) values ($tenantId, 1)
  on conflict (tenant_id) do update set last_number = order_counters.last_number + 1
  returning last_number as number`,
)
