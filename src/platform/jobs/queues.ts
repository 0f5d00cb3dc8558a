import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import { newUuid } from '../ids.ts'
import { deadLetterQueue } from './dead-letters.ts'
import { queueSchema } from './queue-schema.ts'
import type { JobKind, QueueDepth } from './jobs.ts'

const defaultRetries = 6
const defaultTimeoutMs = 60_000
/** A worker that says nothing for this long has died, and its job is given to another. pg-boss takes no less. */
export const heartbeatSeconds = 10
/** What was given up has its copy among the dead letters, and pg-boss counts all that it keeps, again and again. */
const keepFailedSeconds = 15 * 60
const deadLetterDays = 90

/** Makes the queues of these kinds of jobs as the code says they are now. */
export async function createQueues(boss: PgBoss, definitions: readonly JobKind[]): Promise<void> {
  const keepSeconds = deadLetterDays * 24 * 60 * 60
  await boss.createQueue(deadLetterQueue, { retentionSeconds: keepSeconds, deleteAfterSeconds: keepSeconds })
  for (const definition of definitions) {
    const settings = {
      retryLimit: retriesOf(definition),
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      // Later than our own timeout: for when nobody is there to notice that.
      expireInSeconds: Math.ceil(timeoutMsOf(definition) / 1000) + 30,
      heartbeatSeconds,
      deleteAfterSeconds: keepFailedSeconds,
      deadLetter: deadLetterQueue,
    }
    const policy = definition.order === 'key' ? 'key_strict_fifo' : 'standard'
    await boss.createQueue(definition.name, { policy, ...settings })
    // An existing queue takes over what the code says now.
    await boss.updateQueue(definition.name, settings)
    // Into pg-boss' cache: looked up inside somebody's transaction, it would need a second connection.
    await boss.findJobs(definition.name, { id: newUuid() })
  }
}

/**
 * Gives up what jobs were running, so that they run again within moments; for when it is certain that no process runs
 * them any more.
 */
export async function abandonRunning(db: Database): Promise<void> {
  await db.runAsSystem(
    `/* abandonRunning */ update ${queueSchema}.job set heartbeat_on = 'epoch' where state = 'active'`,
  )
}

/** How much there is to do, by queue; queues with nothing to do are left out. */
export async function queueDepths(db: Database): Promise<QueueDepth[]> {
  const rows = await db.runAsSystem(
    `/* queueDepths */
     select name, count(*) filter (where state < 'active')::int as waiting,
       count(*) filter (where state = 'active')::int as running,
       coalesce(extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now())), 0)
         ::float8 as oldest
     from ${queueSchema}.job where state <= 'active' and name not like '\\_\\_%' group by name order by name`,
  )
  return (rows as { name: string; waiting: number; running: number; oldest: number }[]).map((row) => ({
    name: row.name,
    waiting: row.waiting,
    running: row.running,
    oldestDueSeconds: row.oldest,
  }))
}

/** Attempts after the first. */
export function retriesOf(kind: JobKind): number {
  return kind.retries ?? defaultRetries
}

/** Longest run of a handler. */
export function timeoutMsOf(kind: JobKind): number {
  return kind.timeoutMs ?? defaultTimeoutMs
}
