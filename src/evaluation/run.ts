import { and, eq, sql } from 'drizzle-orm'
import { costOf, learnedPhrases, likestExamples, promptText, readOrderFrom } from '../assistant/index.ts'
import { loadCatalog, pricedProducts, type LoadedCatalog } from '../catalog/index.ts'
import { orderTotal, readingAsLines } from '../orders/index.ts'
import { modelNamed } from '../platform/ai/models.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { together } from '../platform/db/together.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import type { PiiOptions } from '../platform/privacy/index.ts'
import { privacyOf, tenantSettings, type TenantRow } from '../tenancy/index.ts'
import { newestExamples } from './golden-set.ts'
import { runEvaluationJob } from './job-kinds.ts'
import { scoreLines } from './score.ts'
import {
  evaluationResults,
  evaluationRuns,
  type EvaluationRunRow,
  type EvaluationState,
  type ExampleLines,
} from './tables.ts'

const examplesInAJob = 25

/**
 * Reads the next examples of a run, each outside of any transaction, and writes what came of it at once: killed and run
 * again, it goes on behind the last one. The last one ends the run.
 */
export async function runEvaluation(
  ctx: Ctx,
  { runId, signal }: { runId: string; signal: AbortSignal },
): Promise<void> {
  authorise(ctx.actor, 'assistant:configure')
  const start = await ctx.db.withTenant(ctx.tenantId, (tx) => begin(ctx, tx, runId))
  if (start === null) return
  const model = modelNamed(ctx.models, start.run.model)
  if (model === null) return end(ctx, runId, 'FAILED', `The model ${start.run.model} cannot be asked any more.`)
  const asked: Ctx = { ...ctx, models: { ...ctx.models, order: model, cheaper: null } }
  for (const example of start.examples) {
    signal.throwIfAborted()
    await evaluate(asked, start, example)
  }
  if (start.examples.length < examplesInAJob) return end(ctx, runId, 'DONE', null)
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    await progress(ctx, tx, runId, 'RUNNING')
    await ctx.jobs.enqueue(tx, runEvaluationJob, { tenantId: ctx.tenantId, runId }, { orderKey: ctx.tenantId })
  })
}

/** The last attempt failed: the run says so, and can be started anew. */
export async function giveUpEvaluation(ctx: Ctx, { runId }: { runId: string }): Promise<void> {
  await end(ctx, runId, 'FAILED', 'It failed too often; look at the failed jobs.')
}

interface Example {
  readonly id: string
  readonly text: string
  readonly lines: ExampleLines
  readonly customerId: string | null
  readonly orderId: string | null
}

interface Start {
  readonly run: EvaluationRunRow
  readonly tenant: TenantRow
  readonly catalog: LoadedCatalog
  readonly instructions: string | null
  readonly examples: readonly Example[]
  readonly privacy: PiiOptions
}

async function begin(ctx: Ctx, tx: Tx, runId: string): Promise<Start | null> {
  const [found, tenant, catalog, examples] = await together([
    tx
      .select()
      .from(evaluationRuns)
      .where(and(eq(evaluationRuns.tenantId, ctx.tenantId), eq(evaluationRuns.id, runId))),
    tenantSettings(tx, ctx.tenantId),
    loadCatalog(tx, ctx.tenantId),
    nextExamples(ctx, tx, runId),
  ])
  const [run] = found
  if (run?.state !== 'RUNNING') return null
  const { promptVersionId } = run
  const instructions = promptVersionId === null ? null : await promptText(ctx, tx, tenant, promptVersionId)
  return { run, tenant, catalog, instructions, examples, privacy: await privacyOf(tx, tenant) }
}

function nextExamples(ctx: Ctx, tx: Tx, runId: string): Promise<Example[]> {
  return queryRows<Example>(
    tx,
    sql`/* nextExamples */
      select id, text, lines, customer_id as "customerId", order_id as "orderId" from (${newestExamples(ctx)}) as example
      where not exists (
        select from evaluation_results as result
        where result.tenant_id = ${ctx.tenantId} and result.run_id = ${runId} and result.example_id = example.id
      )
      order by created_at desc, id desc limit ${examplesInAJob}`,
  )
}

async function evaluate(
  ctx: Ctx,
  { run, tenant, catalog, instructions, privacy }: Start,
  example: Example,
): Promise<void> {
  // Neither the example itself nor what its correction taught: they would be the answer.
  const [learned, examples] = await ctx.db.withTenant(ctx.tenantId, (tx) =>
    together([
      learnedPhrases(ctx, tx, example.customerId === null ? null : { customerId: example.customerId }, example.orderId),
      likestExamples(ctx, tx, example.customerId, example.text, example.id),
    ]),
  )
  const startedAt = performance.now()
  const { reading, reasons, calls } = await readOrderFrom(ctx, {
    catalog: catalog.catalog,
    messages: [{ id: 'example', text: example.text }],
    currentLines: [],
    learned,
    examples,
    facts: [],
    instructions,
    locale: tenant.locale,
    privacy,
    redacts: tenant.redactPrompts,
  })
  const latencyMs = Math.round(performance.now() - startedAt)
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const ids = [...reading.lines, ...example.lines].flatMap(({ productId }) => productId ?? [])
    const products = await pricedProducts(tx, ctx.tenantId, ids)
    const read = readingAsLines(reading.lines, products, tenant.currency)
    const { isExact, ...score } = scoreLines(example.lines, read)
    const off = orderTotal(read, products) - orderTotal(example.lines, products)
    await tx
      .insert(evaluationResults)
      .values({
        tenantId: ctx.tenantId,
        id: newId('evaluationResult'),
        runId: run.id,
        exampleId: example.id,
        expected: example.lines,
        read,
        ...score,
        isExact,
        moneyErrorMinor: off < 0n ? -off : off,
        error: reasons[0]?.message ?? null,
        costMicroUsd: BigInt(costOf(calls)),
        latencyMs,
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
  })
}

async function end(ctx: Ctx, runId: string, state: EvaluationState, failureReason: string | null): Promise<void> {
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const ended = await tx
      .update(evaluationRuns)
      .set({ state, failureReason, finishedAt: ctx.clock.now() })
      .where(
        and(
          eq(evaluationRuns.tenantId, ctx.tenantId),
          eq(evaluationRuns.id, runId),
          eq(evaluationRuns.state, 'RUNNING'),
        ),
      )
      .returning({ id: evaluationRuns.id })
    if (ended.length > 0) await progress(ctx, tx, runId, state)
  })
}

async function progress(ctx: Ctx, tx: Tx, runId: string, state: EvaluationState): Promise<void> {
  const [counted] = await queryRows<{ doneCount: number; exampleCount: number }>(
    tx,
    sql`/* evaluationProgress */
      select example_count as "exampleCount", (select count(*)::int from evaluation_results
        where tenant_id = ${ctx.tenantId} and run_id = ${runId}) as "doneCount"
      from evaluation_runs where tenant_id = ${ctx.tenantId} and id = ${runId}`,
  )
  if (counted === undefined) return
  await appendEvent(tx, ctx, { type: 'evaluation.progressed', subjectId: runId, data: { state, ...counted } })
}
