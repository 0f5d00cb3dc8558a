import { sql } from 'drizzle-orm'
import type * as gql from '../generated/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import { queryRows } from '../platform/db/query.ts'
import { tenantSettings } from '../tenancy/index.ts'
import { aiResponses, type AiTask } from './tables.ts'

const longestMs = { HOUR: 3_600_000, DAY: 86_400_000, MONTH: 31 * 86_400_000 } as const
const mostPeriods = 1_000

export interface Usage {
  readonly periodStart: string
  readonly task: AiTask | 'EMBED'
  readonly agentId: string | null
  readonly model: string
  readonly requests: number
  readonly failures: number
  readonly inputTokens: string
  readonly outputTokens: string
  readonly costMicroUsd: string
  readonly averageConfidence: number | null
  readonly averageLatencyMs: number
}

/**
 * What the assistant did and cost, summed from its log, and what embedding did, which belongs to no conversation and so has
 * its hours: each call stands in one of the two.
 * @throws ApiError BAD_USER_INPUT when the time asked for is too long, or ends before it begins
 */
export async function readUsage(
  ctx: Ctx,
  { from, to, by, agentId }: { from: string; to: string; by: gql.AiUsagePeriod; agentId: string | null },
): Promise<Usage[]> {
  const lengthMs = new Date(to).getTime() - new Date(from).getTime()
  if (lengthMs < 0) throw new ApiError('BAD_USER_INPUT', '`to` lies before `from`.')
  if (lengthMs > mostPeriods * longestMs[by]) {
    throw new ApiError('BAD_USER_INPUT', `Between \`from\` and \`to\` lie more than ${mostPeriods} periods.`)
  }
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const { timeZone } = await tenantSettings(tx, ctx.tenantId)
    const unit = sql.raw(`'${by.toLowerCase()}'`)
    const { createdAt, tenantId } = aiResponses
    return queryRows<Usage>(
      tx,
      sql`/* readUsage */
      select to_char(date_trunc(${unit}, ${createdAt}, ${timeZone}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "periodStart",
        task, agent_id "agentId", model,
        count(*)::int requests,
        (count(*) filter (where outcome <> 'OK'))::int failures,
        sum(input_tokens)::text "inputTokens",
        sum(output_tokens)::text "outputTokens",
        sum(cost_micro_usd)::text "costMicroUsd",
        avg(confidence)::float8 "averageConfidence",
        round(avg(latency_ms))::int "averageLatencyMs"
      from ${aiResponses}
      where ${tenantId} = ${ctx.tenantId}
        and ${createdAt} >= date_trunc(${unit}, ${from}::timestamptz, ${timeZone}) and ${createdAt} < ${to}::timestamptz
      ${agentId === null ? sql`` : sql`and agent_id = ${agentId}`}
      group by 1, 2, 3, 4
      union all
      select to_char(date_trunc(${unit}, hour, ${timeZone}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'EMBED', null, model, sum(requests)::int, sum(failures)::int, sum(input_tokens)::text, '0', sum(cost_micro_usd)::text,
        null, round(sum(latency_ms) / nullif(sum(requests), 0))::int
      from embedding_hours
      where ${agentId === null ? sql`true` : sql`false`} and tenant_id = ${ctx.tenantId}
        and hour >= date_trunc(${unit}, ${from}::timestamptz, ${timeZone}) and hour < ${to}::timestamptz
      group by 1, 4
      order by 1, 2, 3, 4`,
    )
  })
}
