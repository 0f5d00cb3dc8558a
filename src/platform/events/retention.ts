import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/query.ts'

/** How far back the log reaches at least; a cursor older than that is answered CURSOR_EXPIRED. */
export const eventRetentionMs = 30 * 24 * 60 * 60 * 1000

const batchSize = 5_000

/**
 * Forgets events past the retention, in batches, so that no long transaction holds back the feed. The youngest event
 * of a tenant stays however old it is: the cursors of those who have seen everything point at it.
 * @returns how many were deleted
 */
export async function deleteExpiredEvents(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - eventRetentionMs)
  let total = 0
  for (;;) {
    const deleted = await db.withSystem((tx) =>
      queryRows(
        tx,
        sql`/* deleteExpiredEvents */
          delete from events where (tenant_id, id) in (
            select e.tenant_id, e.id from events e
            where e.occurred_at < ${before} and exists (
              select from events younger
              where younger.tenant_id = e.tenant_id and (younger.xid, younger.seq) > (e.xid, e.seq)
            )
            limit ${batchSize}
          ) returning seq`,
      ),
    )
    total += deleted.length
    if (deleted.length < batchSize) return total
  }
}
