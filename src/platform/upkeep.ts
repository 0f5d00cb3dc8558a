import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Database } from './db/database.ts'
import { deleteExpiredIdempotencyKeys } from './db/idempotency.ts'
import { deleteExpiredEvents } from './events/retention.ts'
import { deleteFullAllowances } from './limits/allowances.ts'
import { deleteEndedLeases } from './limits/leases.ts'

export interface Upkeep {
  stop(): Promise<void>
}

const everyMs = 60 * 60 * 1000

/**
 * Forgets, once an hour, what is kept for a time only: idempotency keys, old events and allowances that are
 * full again. Several processes at once do
 * no harm. The first run is an hour after the start.
 */
export function startUpkeep(options: { db: Database; clock: Clock; log: Logger }): Upkeep {
  const { db, clock, log } = options
  let running: Promise<void> = Promise.resolve()

  async function run(): Promise<void> {
    try {
      const now = clock.now()
      const idempotencyKeys = await deleteExpiredIdempotencyKeys(db, now)
      const events = await deleteExpiredEvents(db, now)
      const allowances = await deleteFullAllowances(db)
      const leases = await deleteEndedLeases(db)
      log.info({ idempotencyKeys, events, allowances, leases }, 'upkeep')
    } catch (error) {
      log.warn({ err: error }, 'upkeep failed, next try in an hour')
    }
  }

  const timer = setInterval(() => {
    running = running.then(run)
  }, everyMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
