import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Ctx, Services } from '../platform/context.ts'
import type { Database, Tx } from '../platform/db/database.ts'
import { channelAccounts, type ChannelAccountRow } from './tables.ts'

const stepMs = 10_000

/** When this process last noted an account's health. */
const noted = new WeakMap<Database, LRUCache<string, number>>()

/**
 * Notes that something arrived, at most once in ten seconds. Not in the messages' transactions: every message would
 * wait for the one row that all of them write.
 */
export async function noteInbound(services: Services, account: ChannelAccountRow): Promise<void> {
  const now = services.clock.now()
  if (!isDue(services, account.id, now)) return
  const before = new Date(now.getTime() - stepMs)
  try {
    await services.db.withTenant(account.tenantId, (tx) =>
      tx
        .update(channelAccounts)
        .set({ lastInboundAt: now })
        .where(
          and(
            eq(channelAccounts.tenantId, account.tenantId),
            eq(channelAccounts.id, account.id),
            or(isNull(channelAccounts.lastInboundAt), lt(channelAccounts.lastInboundAt, before)),
          ),
        ),
    )
  } catch (error) {
    // The messages are stored; this is only a hint for people.
    services.log.warn({ err: error, accountId: account.id }, 'the health of a channel account was not noted')
  }
}

function isDue({ db }: Services, accountId: string, now: Date): boolean {
  let times = noted.get(db)
  if (times === undefined) {
    times = new LRUCache({ max: 10_000 })
    noted.set(db, times)
  }
  const last = times.get(accountId)
  if (last !== undefined && Math.abs(now.getTime() - last) < stepMs) return false
  times.set(accountId, now.getTime())
  return true
}

/** Notes what a person must mend before anything can be sent from the account. */
export async function noteAccountFault(ctx: Ctx, tx: Tx, account: ChannelAccountRow, message: string): Promise<void> {
  await tx
    .update(channelAccounts)
    .set({ lastErrorAt: ctx.clock.now(), lastError: message.slice(0, 500) })
    .where(and(eq(channelAccounts.tenantId, ctx.tenantId), eq(channelAccounts.id, account.id)))
}
