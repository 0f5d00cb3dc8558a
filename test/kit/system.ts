import { pino, type Logger } from 'pino'
import type { Ctx } from '../../src/platform/context.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Jobs } from '../../src/platform/jobs/jobs.ts'

export const silentLog: Logger = pino({ level: 'silent' })

/** A context below the API: the system itself acts in the tenant. */
export function systemCtx(db: Database, tenantId: string, more: Partial<Ctx> = {}): Ctx {
  return {
    db,
    clock: systemClock,
    log: silentLog,
    jobs: noJobs,
    tenantId,
    actor: { kind: 'SYSTEM', id: 'test' },
    requestId: 'req-test',
    ...more,
  }
}

const noJobs: Jobs = {
  enqueue() {
    throw new Error('This test has no job queue')
  },
}
