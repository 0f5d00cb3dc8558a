import { sql } from 'drizzle-orm'
import { aiResponses } from '../assistant/index.ts'
import { channelAccounts, conversations } from '../conversations/index.ts'
import type * as gql from '../generated/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { queryRows } from '../platform/db/query.ts'
import { checkPeriod } from './period.ts'
import { orders } from './tables.ts'

interface ChannelCosts {
  readonly channel: gql.ChannelType
  readonly confirmedOrders: number
  readonly confirmedAlone: number
  readonly costMicroUsd: string
}

export interface OrderCosts extends Omit<ChannelCosts, 'channel'> {
  readonly costPerConfirmedOrderMicroUsd: string | null
}

/**
 * What the models cost between two points in time, beside the orders from conversations that were confirmed then.
 * @throws ApiError BAD_USER_INPUT when they lie more than a year apart
 */
export async function readOrderCosts(
  ctx: Ctx,
  { from, to }: gql.QueryAiOrderCostsArgs,
): Promise<OrderCosts & { readonly byChannel: readonly (OrderCosts & { readonly channel: gql.ChannelType })[] }> {
  checkPeriod({ from, to })
  const { tenantId } = ctx
  const rows = await ctx.db.withTenant(tenantId, (tx) =>
    queryRows<ChannelCosts>(
      tx,
      sql`/* readOrderCosts */
      with spent as (
        select conversation_id, sum(cost_micro_usd) micro_usd from ${aiResponses}
        where tenant_id = ${tenantId} and created_at >= ${from}::timestamptz and created_at < ${to}::timestamptz
        group by 1),
      confirmed as (
        select conversation_id, count(*) number, count(*) filter (where confirmed_by_kind = 'ASSISTANT') alone from ${orders}
        where tenant_id = ${tenantId} and confirmed_at >= ${from}::timestamptz and confirmed_at < ${to}::timestamptz
          and conversation_id is not null
        group by 1)
      select a.type channel, coalesce(sum(o.number), 0)::int "confirmedOrders", coalesce(sum(o.alone), 0)::int "confirmedAlone",
        coalesce(sum(s.micro_usd), 0)::text "costMicroUsd"
      from spent s full join confirmed o using (conversation_id)
        join ${conversations} c on c.tenant_id = ${tenantId} and c.id = conversation_id
        join ${channelAccounts} a on a.tenant_id = ${tenantId} and a.id = c.channel_account_id
      group by 1 order by 1`,
    ),
  )
  const total = {
    confirmedOrders: rows.reduce((sum, row) => sum + row.confirmedOrders, 0),
    confirmedAlone: rows.reduce((sum, row) => sum + row.confirmedAlone, 0),
    costMicroUsd: String(rows.reduce((sum, row) => sum + BigInt(row.costMicroUsd), 0n)),
  }
  return { ...perOrder(total), byChannel: rows.map(perOrder) }
}

function perOrder<Costs extends Omit<ChannelCosts, 'channel'>>(costs: Costs) {
  const { confirmedOrders: number, costMicroUsd } = costs
  return {
    ...costs,
    costPerConfirmedOrderMicroUsd: number === 0 ? null : String(BigInt(costMicroUsd) / BigInt(number)),
  }
}
