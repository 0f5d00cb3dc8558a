import { eq, sql, type SQL } from 'drizzle-orm'
import { agents, learnedExamples, promptVersions } from '../assistant/index.ts'
import { actorIn } from '../customers/index.ts'
import { descending, extendGraphType, graphType, needs, one, page } from '../graphql/index.ts'
import { orders } from '../orders/index.ts'
import { evaluationResults, evaluationRuns, shadowReadings } from './tables.ts'

export const evaluationRun = graphType(
  'EvaluationRun',
  evaluationRuns,
  { allow: 'assistant:read', node: 'evaluationRun' },
  (t) => ({
    id: t.id,
    promptVersion: one(promptVersions, t.promptVersionId),
    model: t.model,
    state: t.state,
    failureReason: t.failureReason,
    exampleCount: t.exampleCount,
    doneCount: ofResults(t, sql`count(*)`),
    precision: ofResults(t, sql`sum(matched)::float8 / nullif(sum(matched + invented), 0)`),
    recall: ofResults(t, sql`sum(matched)::float8 / nullif(sum(matched + missed), 0)`),
    f1: ofResults(t, sql`2 * sum(matched)::float8 / nullif(sum(2 * matched + missed + invented), 0)`),
    exactCount: ofResults(t, sql`count(*) filter (where is_exact)`),
    moneyErrorMinor: ofResults(t, sql`coalesce(sum(money_error_minor), 0)::bigint`),
    costMicroUsd: ofResults(t, sql`coalesce(sum(cost_micro_usd), 0)::bigint`),
    averageLatencyMs: ofResults(t, sql`round(avg(latency_ms))`),
    fallbackCount: ofResults(t, sql`count(error)`),
    results: page(evaluationResults, {
      where: (row) => eq(row.runId, t.id),
      orderBy: (row) => [descending(row.createdAt), descending(row.id)],
    }),
    createdBy: actorIn(t.createdByKind, t.createdById),
    createdAt: t.createdAt,
    finishedAt: t.finishedAt,
  }),
)

function ofResults(t: typeof evaluationRuns, what: SQL): SQL {
  return sql`(select ${what} from evaluation_results where tenant_id = ${t.tenantId} and run_id = ${t.id})`
}

export const evaluationResult = graphType('EvaluationResult', evaluationResults, { allow: 'assistant:read' }, (t) => ({
  example: one(learnedExamples, t.exampleId),
  expected: t.expected,
  read: t.read,
  matched: t.matched,
  missed: t.missed,
  invented: t.invented,
  isExact: t.isExact,
  moneyErrorMinor: t.moneyErrorMinor,
  error: t.error,
  costMicroUsd: t.costMicroUsd,
  latencyMs: t.latencyMs,
}))

export const shadowReading = graphType('ShadowReading', shadowReadings, { allow: 'assistant:read' }, (t) => ({
  order: one(orders, t.orderId),
  read: t.read,
  confidence: t.confidence,
  error: t.error,
  costMicroUsd: t.costMicroUsd,
  latencyMs: t.latencyMs,
  createdAt: t.createdAt,
}))

export const agentReadings = extendGraphType('Agent', agents, (t) => ({
  score: needs({ id: t.id }),
  shadowReadings: page(shadowReadings, {
    where: (row) => eq(row.agentId, t.id),
    orderBy: (row) => [descending(row.createdAt), descending(row.id)],
  }),
}))
