import { and, eq } from 'drizzle-orm'
import type { ChannelType } from '../platform/channels/index.ts'
import type { Services } from '../platform/context.ts'
import { isId } from '../platform/ids.ts'
import { channelAccounts, channelRoutes, type ChannelAccountRow } from './tables.ts'

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

async function loadRouted(services: Services, where: ReturnType<typeof and>): Promise<ChannelAccountRow | null> {
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
