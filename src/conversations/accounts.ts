import { and, eq, type SQL } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { ChannelType } from '../platform/channels/index.ts'
import type { Services } from '../platform/context.ts'
import type { Database } from '../platform/db/database.ts'
import { isId } from '../platform/ids.ts'
import { channelAccounts, channelRoutes, type ChannelAccountRow } from './tables.ts'

/** How long a process may go on with an account as it was; a change made by this process is seen at once. */
const rememberedMs = 5_000

const remembered = new WeakMap<Database, LRUCache<string, ChannelAccountRow>>()

/** As `findAccount`, but perhaps as the account was a moment ago: every delivery asks, and the answer seldom changes. */
export async function recallAccount(services: Services, accountId: string): Promise<ChannelAccountRow | null> {
  const known = memoryOf(services).get(accountId)
  if (known !== undefined) return known
  const found = await findAccount(services, accountId)
  if (found !== null) memoryOf(services).set(accountId, found)
  return found
}

/** To be called after the account was changed. */
export function forgetAccount(services: Services, accountId: string): void {
  memoryOf(services).delete(accountId)
}

/** The account that a delivery's address names, whatever its tenant; null when there is none. */
export async function findAccount(services: Services, accountId: string): Promise<ChannelAccountRow | null> {
  if (!isId('channelAccount', accountId)) return null
  return loadRouted(services, eq(channelRoutes.id, accountId))
}

/** The account that a provider's routing key belongs to, whatever its tenant; null when there is none. */
export async function findAccountByRoute(
  services: Services,
  type: ChannelType,
  routingKey: string,
): Promise<ChannelAccountRow | null> {
  return loadRouted(services, and(eq(channelRoutes.type, type), eq(channelRoutes.routingKey, routingKey)))
}

function memoryOf({ db }: Services): LRUCache<string, ChannelAccountRow> {
  let memory = remembered.get(db)
  if (memory === undefined) {
    memory = new LRUCache({ max: 10_000, ttl: rememberedMs })
    remembered.set(db, memory)
  }
  return memory
}

async function loadRouted(services: Services, where: SQL | undefined): Promise<ChannelAccountRow | null> {
  const [route] = await services.db.withSystem((tx) =>
    tx.select({ tenantId: channelRoutes.tenantId, id: channelRoutes.id }).from(channelRoutes).where(where),
  )
  if (route === undefined) return null
  const [account] = await services.db.withTenant(route.tenantId, (tx) =>
    tx
      .select()
      .from(channelAccounts)
      .where(and(eq(channelAccounts.tenantId, route.tenantId), eq(channelAccounts.id, route.id))),
  )
  return account ?? null
}
