import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import {
  agents,
  aiResponses,
  asAgent,
  costOf,
  learnedPhrases,
  likestExamples,
  readOrderFrom,
  resolvePrompt,
} from '../assistant/index.ts'
import { loadCatalog, pricedProducts } from '../catalog/index.ts'
import { messages } from '../conversations/index.ts'
import { factsOf } from '../customers/index.ts'
import { finalLines, orders, readingAsLines } from '../orders/index.ts'
import type { Reading } from '../platform/ai/model.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { together } from '../platform/db/together.ts'
import { newId } from '../platform/ids.ts'
import { privacyOf, tenantSettings } from '../tenancy/index.ts'
import { f1, scoreLines, type Figures } from './score.ts'
import { shadowReadings, type ExampleLines } from './tables.ts'

/**
 * Lets an agent that runs beside read the messages that became an order. Nothing comes of it but its reading: no order, no message, no
 * change of the conversation. Run twice, the second finds the first.
 */
export async function shadowRead(
  ctx: Ctx,
  { agentId, orderId, messageIds }: { agentId: string; orderId: string; messageIds: readonly string[] },
): Promise<void> {
  authorise(ctx.actor, 'assistant:configure')
  const start = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [[agent], [order], said, tenant, catalog, known] = await together([
      tx
        .select()
        .from(agents)
        .where(and(eq(agents.tenantId, ctx.tenantId), eq(agents.id, agentId))),
      tx
        .select({ customerId: orders.customerId, conversationId: orders.conversationId })
        .from(orders)
        .where(and(eq(orders.tenantId, ctx.tenantId), eq(orders.id, orderId))),
      tx
        .select({ id: messages.id, text: messages.text })
        .from(messages)
        .where(and(eq(messages.tenantId, ctx.tenantId), inArray(messages.id, [...messageIds])))
        .orderBy(asc(messages.seq)),
      tenantSettings(tx, ctx.tenantId),
      loadCatalog(tx, ctx.tenantId),
      tx
        .select({ id: shadowReadings.id })
        .from(shadowReadings)
        .where(isReading(ctx, agentId, orderId)),
    ])
    // Switched since, or stopped: then it rests too.
    if (agent?.mode !== 'SHADOW' || tenant.assistantStoppedAt !== null || order === undefined || known.length > 0)
      return null
    const texts = said.flatMap(({ id, text }) => (text === null ? [] : [{ id, text }]))
    if (texts.length === 0) return null
    const own = asAgent(ctx, agent)
    const [learned, facts, examples] = await together([
      learnedPhrases(ctx, tx, { customerId: order.customerId }, orderId),
      order.customerId === null ? Promise.resolve([]) : factsOf(ctx, tx, order.customerId),
      likestExamples(own, tx, order.customerId, texts.map(({ text }) => text).join('\n')),
    ])
    const question = { task: 'READ_ORDER', conversationId: order.conversationId ?? orderId, userId: null } as const
    const prompt = await resolvePrompt(ctx, tx, tenant, question)
    const { locale, currency, redactPrompts: redacts } = tenant
    const request = { catalog: catalog.catalog, messages: texts, currentLines: [], learned, examples, locale, redacts }
    const privacy = await privacyOf(tx, tenant)
    return { own, currency, request: { ...request, facts, privacy, instructions: prompt?.text ?? null } }
  })
  if (start === null) return
  const startedAt = performance.now()
  const { reading, reasons, calls } = await readOrderFrom(start.own, start.request)
  const latencyMs = Math.round(performance.now() - startedAt)
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const products = await pricedProducts(
      tx,
      ctx.tenantId,
      reading.lines.flatMap(({ productId }) => productId ?? []),
    )
    await tx
      .insert(shadowReadings)
      .values({
        tenantId: ctx.tenantId,
        id: newId('shadowReading'),
        agentId,
        orderId,
        messageCount: messageIds.length,
        read: readingAsLines(reading.lines, products, start.currency),
        confidence: reading.confidence,
        error: reasons[0]?.message ?? null,
        costMicroUsd: BigInt(costOf(calls)),
        latencyMs,
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
  })
}

function isReading(ctx: Ctx, agentId: string, orderId: string) {
  return and(
    eq(shadowReadings.tenantId, ctx.tenantId),
    eq(shadowReadings.agentId, agentId),
    eq(shadowReadings.orderId, orderId),
  )
}

const mostCompared = 500

/** How an agent that is there reads, against what the orders became. */
export async function agentScore(ctx: Ctx, id: string) {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const compared = await comparable(ctx, tx, id)
    const finals = await finalLines(
      ctx,
      tx,
      compared.map(({ orderId }) => orderId),
    )
    const { currency } = await tenantSettings(tx, ctx.tenantId)
    const liveIds = compared.flatMap(({ live }) => live?.lines.flatMap(({ productId }) => productId ?? []) ?? [])
    const products = await pricedProducts(tx, ctx.tenantId, liveIds)
    const figures = sum(compared.map(({ orderId, read }) => [finals.get(orderId) ?? [], read]))
    const live = sum(
      compared.map((row) => [finals.get(row.orderId) ?? [], readingAsLines(row.live?.lines ?? [], products, currency)]),
    )
    const [totals] = await queryRows<Totals>(
      tx,
      sql`/* agentScore */
        select count(*)::int as readings, count(error)::int as failures, coalesce(sum(cost_micro_usd), 0)::text as "costMicroUsd",
          round(avg(latency_ms))::int as "averageLatencyMs"
        from shadow_readings where tenant_id = ${ctx.tenantId} and agent_id = ${id}`,
    )
    return {
      figures,
      live,
      f1: figures.examples === 0 ? null : f1(figures),
      liveF1: live.examples === 0 ? null : f1(live),
      openOrders: Math.max(0, Math.min(totals?.readings ?? 0, mostCompared) - compared.length),
      failures: totals?.failures ?? 0,
      costMicroUsd: BigInt(totals?.costMicroUsd ?? 0),
      averageLatencyMs: totals?.averageLatencyMs ?? null,
    }
  })
}

interface Totals {
  readonly readings: number
  readonly failures: number
  readonly costMicroUsd: string
  readonly averageLatencyMs: number | null
}

interface Compared {
  readonly orderId: string
  readonly read: ExampleLines
  readonly live: Reading | null
}

/** Readings of orders that are confirmed and were made of these messages alone: a later «and two more» was not shown. */
async function comparable(ctx: Ctx, tx: Tx, agentId: string): Promise<Compared[]> {
  const rows = await tx
    .select({ orderId: shadowReadings.orderId, read: shadowReadings.read, live: aiResponses.output })
    .from(shadowReadings)
    .innerJoin(orders, and(eq(orders.tenantId, shadowReadings.tenantId), eq(orders.id, shadowReadings.orderId)))
    .leftJoin(aiResponses, and(eq(aiResponses.tenantId, orders.tenantId), eq(aiResponses.id, orders.aiResponseId)))
    .where(
      and(
        eq(shadowReadings.tenantId, ctx.tenantId),
        eq(shadowReadings.agentId, agentId),
        isNotNull(orders.confirmedAt),
        sql`(select count(*) from order_messages m where m.tenant_id = ${orders.tenantId} and m.order_id = ${orders.id})
          = ${shadowReadings.messageCount}`,
      ),
    )
    .orderBy(desc(shadowReadings.createdAt), desc(shadowReadings.id))
    .limit(mostCompared)
  // The log holds readings as they were given for this task.
  return rows.map(({ live, ...row }) => ({ ...row, live: live as Reading | null }))
}

function sum(pairs: readonly (readonly [expected: ExampleLines, read: ExampleLines])[]): Figures {
  const scores = pairs.map(([expected, read]) => scoreLines(expected, read))
  const total = (of: (score: (typeof scores)[number]) => number) => scores.reduce((all, score) => all + of(score), 0)
  return {
    examples: scores.length,
    matched: total(({ matched }) => matched),
    missed: total(({ missed }) => missed),
    invented: total(({ invented }) => invented),
    exact: total(({ isExact }) => Number(isExact)),
  }
}
