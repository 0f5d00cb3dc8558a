import { pino, type Logger } from 'pino'
import type { Ctx } from '../../src/platform/context.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/db/database.ts'

export const silentLog: Logger = pino({ level: 'silent' })

/** A context below the API: the system itself acts in the tenant. */
export function systemCtx(db: Database, tenantId: string, more: Partial<Ctx> = {}): Ctx {
  return {
    db,
    clock: systemClock,
    log: silentLog,
    jobs: absent('jobs'),
    models: absent('models'),
    keyRing: absent('keyRing'),
    channels: absent('channels'),
    sealer: absent('sealer'),
    strangers: absent('strangers'),
    tenantId,
    actor: { kind: 'SYSTEM', id: 'test' },
    requestId: 'req-test',
    ...more,
  }
}

/** A service that this test was not given; says so when it is used after all. */
function absent<T extends object>(name: string): T {
  const stand = {}
  // Guaranteed by the handler: nothing of it can be read.
  return new Proxy(stand, {
    get() {
      throw new Error(`This test has no ${name}`)
    },
  }) as T
}
