import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import { queueSchema } from './queue-schema.ts'
import type { DeadJob } from './jobs.ts'

/** Where jobs of every queue go when they are given up. */
export const deadLetterQueue = 'dead-letters'

interface DeadRow {
  id: string
  name: string
  data: unknown
  attempts: number
  output: unknown
  enqueued_at: string
  died_at: string
}

export async function listDeadJobs(db: Database, tenantId: string, limit: number): Promise<DeadJob[]> {
  const rows = await db.runAsSystem(
    `/* listDeadJobs */
     select id, source_name as name, data, source_retry_count + 1 as attempts, source_output as output,
       to_json(source_created_on)::text as enqueued_at, to_json(created_on)::text as died_at
     from ${queueSchema}.job
     where name = $1 and group_id = $2 and state < 'active'
     order by created_on desc, id limit $3`,
    [deadLetterQueue, tenantId, limit],
  )
  return asDeadRows(rows).map(({ id, name, data, attempts, output, enqueued_at, died_at }) => ({
    id,
    name,
    data,
    attempts,
    error: errorText(output),
    enqueuedAt: new Date(JSON.parse(enqueued_at) as string),
    diedAt: new Date(JSON.parse(died_at) as string),
  }))
}

/** @returns the queue it went back to, or null when the tenant has no such dead letter */
export async function replayDeadJob(db: Database, boss: PgBoss, tenantId: string, id: string): Promise<string | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const [row] = await db.runAsSystem(
    `/* replayDeadJob */
     select source_name as name from ${queueSchema}.job
     where name = $1 and group_id = $2 and id = $3 and state < 'active'`,
    [deadLetterQueue, tenantId, id],
  )
  if (row === undefined || !('name' in row) || typeof row.name !== 'string') return null
  const moved = await boss.redrive(deadLetterQueue, { ids: [id] })
  return moved === 1 ? row.name : null
}

/** pg-boss keeps what the handler threw as JSON; what the database noticed itself under `value`. */
function errorText(output: unknown): string {
  if (typeof output !== 'object' || output === null) return 'Unknown error'
  if ('message' in output && typeof output.message === 'string') return output.message
  if ('value' in output) return errorText(output.value)
  return 'Unknown error'
}

/** The columns of the statement above. */
function asDeadRows(rows: object[]): DeadRow[] {
  return rows as DeadRow[]
}
