import type { Logger } from 'pino'
import { ApiError } from '../errors.ts'
import type { Database } from './database.ts'
import { connectPostgres } from './postgres.ts'

/** Reads for whoever can do with what was true a few seconds ago. */
export interface Replica {
  /** The primary with its reads taken by the replica where that can be had; everything else stays the primary's. */
  readonly db: Database
  /** How far it is behind as far as known, in seconds; null while it cannot be used. */
  lagSeconds(): number | null
  /** How many reads each has answered. */
  reads(): { readonly replica: number; readonly primary: number }
  close(): Promise<void>
}

/** What is further behind than this is not asked. */
const mostLagMs = 10_000
const lookEveryMs = 1_000
/** A request must not wait long for a replica that is away. */
const acquireTimeoutMs = 500

/**
 * A physical standby beside the primary. Where the primary stood is remembered for some seconds, so that how far the standby
 * has replayed tells how old what it shows is, also while nothing is written. A read that fails there for a passing reason
 * (away, cancelled because of a conflict with recovery) is answered by the primary.
 */
export function connectReplica(options: {
  readonly url: string
  readonly poolSize: number
  readonly primary: Database
  readonly log: Logger
}): Replica {
  const { url, poolSize, primary, log } = options
  const standby = connectPostgres({ url, poolSize, acquireTimeoutMs })
  const reads = { replica: 0, primary: 0 }
  /** Where the primary stood, oldest first. */
  let stood: { readonly atMs: number; readonly position: bigint }[] = []
  let behindMs: number | null = null
  let wasUsable: boolean | null = null
  let closed = false

  const positionOf = async (db: Database, expression: string): Promise<bigint | null> => {
    const [row] = await db.runAsSystem(`select pg_wal_lsn_diff(${expression}, '0/0')::text as position where $1`, [
      true,
    ])
    // One column, as selected.
    const { position } = row as { position: string | null }
    return position === null ? null : BigInt(position)
  }

  async function look(): Promise<number | null> {
    const nowMs = performance.now()
    const position = await positionOf(primary, 'pg_current_wal_lsn()')
    if (position !== null) stood.push({ atMs: nowMs, position })
    const replayed = await positionOf(standby, 'pg_last_wal_replay_lsn()')
    // Null: it replays nothing, so it is no standby, and who knows what it shows.
    if (replayed === null) return null
    const upTo = stood.findLastIndex((seen) => seen.position <= replayed)
    if (upTo > 0) stood = stood.slice(upTo)
    stood = stood.filter(({ atMs }, index) => index === 0 || nowMs - atMs <= 2 * mostLagMs)
    const at = stood[0]
    return upTo === -1 || at === undefined ? null : performance.now() - at.atMs
  }

  async function lookAgain(): Promise<void> {
    behindMs = await look().catch(() => null)
    const isUsable = behindMs !== null && behindMs <= mostLagMs
    if (isUsable !== wasUsable && !closed) {
      if (isUsable) log.info({ behindMs }, 'the read replica is used')
      else log.warn({ behindMs }, 'the read replica is not used: the primary answers')
    }
    wasUsable = isUsable
  }

  let looking: Promise<void> = lookAgain()
  let isLooking = true
  looking = looking.finally(() => (isLooking = false))
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    looking = lookAgain().finally(() => (isLooking = false))
  }, lookEveryMs).unref()

  async function either<T>(read: (db: Database) => Promise<T>): Promise<T> {
    if (wasUsable === true) {
      try {
        const answer = await read(standby)
        reads.replica += 1
        return answer
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'UNAVAILABLE') throw error
      }
    }
    reads.primary += 1
    return read(primary)
  }

  return {
    db: {
      ...primary,
      read: (tenantId, statements) => either((db) => db.read(tenantId, statements)),
      readBytes: (tenantId, statements) => either((db) => db.readBytes(tenantId, statements)),
    },
    lagSeconds: () => (wasUsable === true && behindMs !== null ? behindMs / 1_000 : null),
    reads: () => ({ ...reads }),
    async close() {
      closed = true
      clearInterval(timer)
      await looking
      await standby.close()
    },
  }
}
