import { and, eq, sql } from 'drizzle-orm'
import { embeddingDimensions, EmbeddingFailure } from '../platform/ai/embeddings.ts'
import { embedderFor } from '../platform/ai/models.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { appendEvent } from '../platform/events/index.ts'
import { invalidInput, type Refusal } from '../platform/refusals.ts'
import { embedWithinBudget } from '../spending/index.ts'
import { builtInModel, embeddingState, isEmbedding, keepEmbeddingState, missingVectors } from './embedding-state.ts'
import { embedKnowledgeJob } from './job-kinds.ts'
import { searchedText } from './searched-text.ts'
import { storeVectors } from './store-vectors.ts'
import { knowledgeEmbeddings } from './tables.ts'

export interface EmbeddingProgress {
  readonly model: string
  /** Length of its vectors; null while there is none. */
  readonly dimensions: number | null
  readonly building: {
    readonly model: string
    readonly doneCount: number
    readonly totalCount: number
    readonly failureReason: string | null
    readonly startedAt: Date
  } | null
}

const passagesAtOnce = 64
/** Then the job makes room for others and goes on in a next one. */
const batchesInAJob = 50

/**
 * Begins to make vectors of another model beside those in use, by a job. Searches are answered as before until the
 * last one is there. Asked again for the same model it goes on; another one takes its place.
 */
export async function reembedKnowledge(ctx: Ctx, input: { model: string }): Promise<{ errors: readonly Refusal[] }> {
  authorise(ctx.actor, 'knowledge:write')
  const { model } = input
  if (model.length > 200 || embedderFor(ctx.models, model) === null) {
    return { errors: [invalidInput('This model cannot be asked here: no provider is configured.', ['model'])] }
  }
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const { active, building } = await keepEmbeddingState(ctx, tx)
    if (model === active) return { errors: [invalidInput('This model is in use already.', ['model'])] }
    if (building !== null && building !== model) {
      await tx.delete(knowledgeEmbeddings).where(isEmbedding(ctx, building))
    }
    const row = { tenantId: ctx.tenantId, model, state: 'BUILDING' as const, startedAt: ctx.clock.now() }
    await tx
      .insert(knowledgeEmbeddings)
      .values(row)
      .onConflictDoUpdate({
        target: [knowledgeEmbeddings.tenantId, knowledgeEmbeddings.model],
        set: { failureReason: null },
      })
    await ctx.jobs.enqueue(tx, embedKnowledgeJob, { tenantId: ctx.tenantId, model }, { orderKey: ctx.tenantId })
    return { errors: [] }
  })
}

/** Which model answers, and how far the next one is. */
export async function embeddingProgress(ctx: Ctx): Promise<EmbeddingProgress> {
  authorise(ctx.actor, 'knowledge:read')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const { active } = await embeddingState(ctx, tx)
    const [facts] = await queryRows<{ dimensions: number | null; total: number }>(
      tx,
      sql`select coalesce((select chunk_count from knowledge_totals where tenant_id = ${ctx.tenantId}), 0) as total,
        (select dimensions from knowledge_vectors where tenant_id = ${ctx.tenantId} and model = ${active} limit 1) as dimensions`,
    )
    const [next] = await tx
      .select()
      .from(knowledgeEmbeddings)
      .where(and(eq(knowledgeEmbeddings.tenantId, ctx.tenantId), eq(knowledgeEmbeddings.state, 'BUILDING')))
    const totalCount = facts?.total ?? 0
    const builtIn = active === builtInModel ? embeddingDimensions : null
    return {
      model: active,
      dimensions: facts?.dimensions ?? builtIn,
      building:
        next === undefined
          ? null
          : {
              model: next.model,
              doneCount: totalCount - (await countMissing(ctx, tx, next.model)),
              totalCount,
              failureReason: next.failureReason,
              startedAt: next.startedAt,
            },
    }
  })
}

/**
 * Makes the vectors that are missing of a model, some at a time, outside of any transaction; then, if it is the next
 * one, lets it take over and drops what nobody searches by any more. Killed and run again, it goes on where it was.
 *
 * @throws EmbeddingFailure that is retryable, unless it is the last attempt
 */
export async function embedKnowledge(
  ctx: Ctx,
  input: { model: string; isLastAttempt: boolean; signal: AbortSignal },
): Promise<void> {
  authorise(ctx.actor, 'knowledge:write')
  const { model, signal } = input
  const embedder = embedderFor(ctx.models, model)
  if (embedder === null) return fail(ctx, model, 'This model cannot be asked any more: no provider is configured.')
  for (let batch = 0; batch < batchesInAJob; batch += 1) {
    signal.throwIfAborted()
    const passages = await ctx.db.withTenant(ctx.tenantId, (tx) => nextPassages(ctx, tx, model))
    if (passages === null) return
    if (passages.length === 0) {
      const isDone = await ctx.db.withTenant(ctx.tenantId, (tx) => takeOver(ctx, tx, model))
      if (!isDone) continue
      return dropUnused(ctx, signal)
    }
    try {
      const vectors = await embedWithinBudget(ctx, embedder, passages.map(searchedText), signal)
      if (vectors === null) return again(ctx, model, noRoomPauseMs)
      const made = passages.map(({ id }, index) => ({ chunkId: id, model, embedding: vectors[index] }))
      await ctx.db.withTenant(ctx.tenantId, (tx) => storeVectors(tx, ctx.tenantId, made))
    } catch (error) {
      if (!(error instanceof EmbeddingFailure) || (error.retryable && !input.isLastAttempt)) throw error
      return fail(ctx, model, error.message)
    }
  }
  await again(ctx, model, 0)
}

/** Until the budget has room again, next month at the latest; or somebody raises it. */
const noRoomPauseMs = 3_600_000

async function again(ctx: Ctx, model: string, delayMs: number): Promise<void> {
  await ctx.db.withTenant(ctx.tenantId, (tx) =>
    ctx.jobs.enqueue(tx, embedKnowledgeJob, { tenantId: ctx.tenantId, model }, { orderKey: ctx.tenantId, delayMs }),
  )
}

interface StoredText {
  readonly id: string
  readonly title: string
  readonly headingPath: readonly string[]
  readonly text: string
}

/** Null when nobody wants vectors of this model any more. */
async function nextPassages(ctx: Ctx, tx: Tx, model: string): Promise<StoredText[] | null> {
  const { active, building } = await embeddingState(ctx, tx)
  if (model !== active && model !== building) return null
  return queryRows<StoredText>(
    tx,
    sql`/* embedKnowledge */
      select missing.id, doc.title, missing.heading_path as "headingPath", missing.text
      from (select chunk.* ${missingVectors(ctx.tenantId, model)} order by chunk.id limit ${passagesAtOnce}) as missing
      join knowledge_docs as doc on doc.tenant_id = missing.tenant_id and doc.id = missing.doc_id
      order by missing.id`,
  )
}

async function countMissing(ctx: Ctx, tx: Tx, model: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    tx,
    sql`select count(*)::integer as count ${missingVectors(ctx.tenantId, model)}`,
  )
  return row?.count ?? 0
}

/** In one transaction with a last look, while nobody stores passages: from here on the new vectors answer. */
async function takeOver(ctx: Ctx, tx: Tx, model: string): Promise<boolean> {
  await tx.execute(sql`select from knowledge_totals where tenant_id = ${ctx.tenantId} for update`)
  if ((await countMissing(ctx, tx, model)) > 0) return false
  const { active, building } = await embeddingState(ctx, tx)
  if (building !== model) return true
  await tx.delete(knowledgeEmbeddings).where(isEmbedding(ctx, active))
  await tx.update(knowledgeEmbeddings).set({ state: 'ACTIVE', failureReason: null }).where(isEmbedding(ctx, model))
  await appendEvent(tx, ctx, { type: 'knowledge.embedded', subjectId: ctx.tenantId, data: { model, before: active } })
  return true
}

const rowsInADeletion = 5_000

async function dropUnused(ctx: Ctx, signal: AbortSignal): Promise<void> {
  for (let dropped = rowsInADeletion; dropped === rowsInADeletion;) {
    signal.throwIfAborted()
    dropped = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
      const { active, building } = await embeddingState(ctx, tx)
      const rows = await queryRows(
        tx,
        sql`delete from knowledge_vectors as old using (
            select chunk_id, model from knowledge_vectors
            where tenant_id = ${ctx.tenantId} and model <> ${active} and model <> ${building ?? active}
            limit ${rowsInADeletion}
          ) as unused
          where old.tenant_id = ${ctx.tenantId} and old.chunk_id = unused.chunk_id and old.model = unused.model
          returning 1 as one`,
      )
      return rows.length
    })
  }
}

async function fail(ctx: Ctx, model: string, reason: string): Promise<void> {
  ctx.log.warn({ model, reason }, 'knowledge could not be embedded')
  await ctx.db.withTenant(ctx.tenantId, (tx) =>
    tx.update(knowledgeEmbeddings).set({ failureReason: reason }).where(isEmbedding(ctx, model)),
  )
}
