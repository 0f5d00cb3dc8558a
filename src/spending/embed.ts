import { sql } from 'drizzle-orm'
import type { Embedder } from '../platform/ai/embeddings.ts'
import type { Ctx } from '../platform/context.ts'
import { withinBudget } from './budget.ts'
import { embeddingHours } from './tables.ts'

/**
 * Embeds texts within the tenant's budget, and books what it took. Never call it inside a transaction.
 *
 * @returns null, without asking the model, when the budget has no room
 * @throws EmbeddingFailure as the embedder does; what had been paid by then is booked
 */
export async function embedWithinBudget(
  ctx: Ctx,
  embedder: Embedder,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Float32Array[] | null> {
  const estimate = embedder.estimateMicroUsd(texts)
  // The built-in one, and models of one's own: nothing to pay, nothing to book.
  if (estimate === 0) return embedder.embed(texts, signal)
  const made = await withinBudget(ctx, estimate, async () => {
    const startedAt = ctx.clock.now().getTime()
    let [inputTokens, costMicroUsd] = [0, 0]
    const asked = await embedder
      .embed(texts, signal, (used) => {
        inputTokens += used.inputTokens
        costMicroUsd += used.costMicroUsd
      })
      .then(
        (vectors) => ({ vectors, failure: null }),
        (failure: unknown) => ({ vectors: null, failure }),
      )
    const latencyMs = Math.max(0, ctx.clock.now().getTime() - startedAt)
    const failures = asked.vectors === null ? 1 : 0
    await book(ctx, embedder.model, { failures, inputTokens, costMicroUsd, latencyMs })
    return { result: asked, costMicroUsd }
  })
  if (made === null) return null
  if (made.vectors === null) throw made.failure
  return made.vectors
}

interface Used {
  readonly failures: number
  readonly inputTokens: number
  readonly costMicroUsd: number
  readonly latencyMs: number
}

async function book(ctx: Ctx, model: string, used: Used): Promise<void> {
  const hour = new Date(ctx.clock.now())
  hour.setUTCMinutes(0, 0, 0)
  const row = {
    failures: used.failures,
    inputTokens: BigInt(used.inputTokens),
    costMicroUsd: BigInt(Math.ceil(used.costMicroUsd)),
    latencyMs: BigInt(used.latencyMs),
  }
  const { tenantId, requests, failures, inputTokens, costMicroUsd, latencyMs } = embeddingHours
  await ctx.db.withTenant(ctx.tenantId, (tx) =>
    tx
      .insert(embeddingHours)
      .values({ tenantId: ctx.tenantId, hour, model, requests: 1, ...row })
      .onConflictDoUpdate({
        target: [tenantId, embeddingHours.hour, embeddingHours.model],
        set: {
          requests: sql`${requests} + 1`,
          failures: sql`${failures} + ${row.failures}`,
          inputTokens: sql`${inputTokens} + ${row.inputTokens}`,
          costMicroUsd: sql`${costMicroUsd} + ${row.costMicroUsd}`,
          latencyMs: sql`${latencyMs} + ${row.latencyMs}`,
        },
      }),
  )
}
