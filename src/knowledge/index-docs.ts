import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray, ne, notExists } from 'drizzle-orm'
import { EmbeddingFailure, type Embedder } from '../platform/ai/embeddings.ts'
import { lexicalEmbedder } from '../platform/ai/embeddings-lexical.ts'
import { embedderFor } from '../platform/ai/models.ts'
import { languageOf, words } from '../platform/ai/words.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvent } from '../platform/events/index.ts'
import { embedWithinBudget } from '../spending/index.ts'
import { chunk, type Passage } from './chunk.ts'
import { builtInModel, embeddingState, hasProvider, keepEmbeddingState } from './embedding-state.ts'
import { embedKnowledgeJob } from './job-kinds.ts'
import { termVector } from './lexical.ts'
import { searchedText } from './searched-text.ts'
import { storePassages, type IndexedPassage, type KeptPassage } from './store-passages.ts'
import { storeVectors } from './store-vectors.ts'
import { knowledgeChunks, knowledgeDocs, knowledgeSources, type KnowledgeDocRow } from './tables.ts'

export interface IndexInput {
  readonly docIds: readonly string[]
  /** On the last attempt a failure becomes the document's status instead of another attempt. */
  readonly isLastAttempt: boolean
  readonly signal: AbortSignal
}

interface StoredPassage {
  readonly id: string
  readonly docId: string
  readonly contentHash: string
}

/** A document cut into passages, and what is left to do for it. */
interface Draft {
  readonly doc: KnowledgeDocRow
  readonly keep: readonly KeptPassage[]
  readonly missing: readonly MissingPassage[]
}

interface MissingPassage extends Passage {
  readonly position: number
  readonly contentHash: string
}

/**
 * Indexes the present text of documents: cuts it, embeds only the passages that are new or changed (outside of any
 * transaction), and stores what came of it if nobody changed the document meanwhile; whoever did enqueued a job of
 * their own. Documents that are READY or gone are passed over, so it is safe to run twice.
 *
 * @throws EmbeddingFailure that is retryable, unless it is the last attempt
 */
export async function indexKnowledgeDocs(ctx: Ctx, input: IndexInput): Promise<void> {
  authorise(ctx.actor, 'knowledge:write')
  const { docs, stored, state } = await claim(ctx, input.docIds)
  const drafts: Draft[] = []
  for (const doc of docs) {
    drafts.push(
      draftOf(
        doc,
        stored.filter(({ docId }) => docId === doc.id),
      ),
    )
    // Cutting a long document takes a while; requests of the same process go on between two.
    await setImmediate()
  }
  const builtIn = await embedAll(ctx, embedderFor(ctx.models, builtInModel) ?? lexicalEmbedder, drafts, input)
  const embedder = state.active === builtInModel ? null : embedderFor(ctx.models, state.active)
  const provided = embedder === null ? [] : await embedAll(ctx, embedder, drafts, input)
  for (const [index, { draft, vectors }] of builtIn.entries()) {
    const other = provided[index]?.vectors ?? []
    if (vectors instanceof EmbeddingFailure) await recordFailure(ctx, draft.doc, vectors)
    else if (other instanceof EmbeddingFailure) await recordFailure(ctx, draft.doc, other)
    else await store(ctx, draft, { vectors, provided: { model: state.active, vectors: other } })
  }
}

/** Marks as PROCESSING what is not READY, and reads it with the passages it has now. */
async function claim(ctx: Ctx, docIds: readonly string[]) {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const docs = await tx
      .update(knowledgeDocs)
      .set({ status: 'PROCESSING', failureReason: null, updatedAt: ctx.clock.now() })
      .where(
        and(
          eq(knowledgeDocs.tenantId, ctx.tenantId),
          inArray(knowledgeDocs.id, [...docIds]),
          ne(knowledgeDocs.status, 'READY'),
          // Its text is still to come, and then has a job of its own.
          notExists(
            tx
              .select()
              .from(knowledgeSources)
              .where(
                and(
                  eq(knowledgeSources.tenantId, ctx.tenantId),
                  eq(knowledgeSources.docId, knowledgeDocs.id),
                  eq(knowledgeSources.isWaiting, true),
                ),
              ),
          ),
        ),
      )
      .returning()
    const stored: StoredPassage[] = await tx
      .select({ id: knowledgeChunks.id, docId: knowledgeChunks.docId, contentHash: knowledgeChunks.contentHash })
      .from(knowledgeChunks)
      .where(
        and(
          eq(knowledgeChunks.tenantId, ctx.tenantId),
          inArray(
            knowledgeChunks.docId,
            docs.map(({ id }) => id),
          ),
          eq(knowledgeChunks.embeddingModel, builtInModel),
        ),
      )
      .orderBy(knowledgeChunks.position)
    return { docs, stored, state: await keepEmbeddingState(ctx, tx) }
  })
}

function draftOf(doc: KnowledgeDocRow, stored: readonly StoredPassage[]): Draft {
  const reusable = new Map<string, string[]>()
  for (const { id, contentHash } of stored) reusable.set(contentHash, [...(reusable.get(contentHash) ?? []), id])
  const keep: KeptPassage[] = []
  const missing: MissingPassage[] = []
  for (const [position, passage] of chunk(doc.content).entries()) {
    const contentHash = createHash('sha256')
      .update(searchedText({ title: doc.title, ...passage }))
      .digest('hex')
    const id = reusable.get(contentHash)?.shift()
    if (id === undefined) missing.push({ ...passage, position, contentHash })
    else keep.push({ id, position, start: passage.start, end: passage.end })
  }
  return { doc, keep, missing }
}

interface EmbeddedDraft {
  readonly draft: Draft
  readonly vectors: readonly Float32Array[] | EmbeddingFailure
}

/** All drafts in as few calls as possible; when the provider refuses them, one by one, so that one harms no other. */
async function embedAll(
  ctx: Ctx,
  embedder: Embedder,
  drafts: readonly Draft[],
  input: IndexInput,
): Promise<EmbeddedDraft[]> {
  try {
    const texts = drafts.flatMap(({ doc, missing }) =>
      missing.map((passage) => searchedText({ title: doc.title, ...passage })),
    )
    const vectors = texts.length === 0 ? [] : await embedWithinBudget(ctx, embedder, texts, input.signal)
    // No room in the budget: found by full text at once, by these vectors when the job that fills in finds room.
    if (vectors === null) return drafts.map((draft) => ({ draft, vectors: [] }))
    let from = 0
    return drafts.map((draft) => {
      const own = vectors.slice(from, from + draft.missing.length)
      from += draft.missing.length
      return { draft, vectors: own }
    })
  } catch (error) {
    if (!(error instanceof EmbeddingFailure)) throw error
    if (error.retryable && !input.isLastAttempt) throw error
    if (drafts.length <= 1) return drafts.map((draft) => ({ draft, vectors: error }))
    const apart: EmbeddedDraft[] = []
    for (const draft of drafts) apart.push(...(await embedAll(ctx, embedder, [draft], input)))
    return apart
  }
}

interface DraftVectors {
  readonly vectors: readonly Float32Array[]
  /** Of the tenant's own model; empty where that is the built-in one. */
  readonly provided: { readonly model: string; readonly vectors: readonly Float32Array[] }
}

async function store(ctx: Ctx, draft: Draft, { vectors, provided }: DraftVectors): Promise<void> {
  const { doc, keep, missing } = draft
  const add = missing.flatMap((passage, index): IndexedPassage[] => {
    const embedding = vectors[index]
    if (embedding === undefined) throw new Error('The embedder answered with fewer vectors than texts')
    const terms = termVector({ title: doc.title, headingPath: passage.headingPath, text: passage.text })
    return [{ ...passage, terms, embedding, embeddingModel: builtInModel }]
  })
  const now = ctx.clock.now()
  const chunkCount = keep.length + add.length
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [current] = await tx
      .update(knowledgeDocs)
      .set({
        status: 'READY',
        chunkCount,
        language: languageOf(words(doc.content.slice(0, 20_000))),
        indexedAt: now,
        updatedAt: now,
      })
      .where(isStill(ctx, doc))
      .returning({ id: knowledgeDocs.id })
    if (current === undefined) return
    const ids = await storePassages(tx, { tenantId: ctx.tenantId, docId: doc.id, keep, add, at: now })
    const { model } = provided
    const made = provided.vectors.map((embedding, index) => ({ chunkId: ids[index] ?? '', model, embedding }))
    await storeVectors(tx, ctx.tenantId, made)
    const isWhole = made.length === add.length || model === builtInModel
    if (add.length > 0) await fillIn(ctx, tx, isWhole ? model : null)
    await appendEvent(tx, ctx, {
      type: 'knowledge.indexed',
      subjectId: doc.id,
      conversationId: null,
      data: { version: doc.version, chunkCount, embeddedCount: add.length },
    })
  })
}

/**
 * Another model's vectors may be on their way, or have taken over while these were made: its job makes those of the new
 * passages too, and those of the model `made` when the budget had no room for them (null). Asked while the tenant's totals are locked, so that a model takes over either before or after this.
 */
async function fillIn(ctx: Ctx, tx: Tx, made: string | null): Promise<void> {
  if (!hasProvider(ctx)) return
  const { active, building } = await embeddingState(ctx, tx)
  for (const model of [active, building]) {
    if (model === null || model === made || model === builtInModel) continue
    await ctx.jobs.enqueue(tx, embedKnowledgeJob, { tenantId: ctx.tenantId, model }, { orderKey: ctx.tenantId })
  }
}

async function recordFailure(ctx: Ctx, doc: KnowledgeDocRow, failure: EmbeddingFailure): Promise<void> {
  ctx.log.warn({ err: failure, docId: doc.id }, 'knowledge could not be indexed')
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [current] = await tx
      .update(knowledgeDocs)
      .set({ status: 'FAILED', failureReason: failure.message, updatedAt: ctx.clock.now() })
      .where(isStill(ctx, doc))
      .returning({ id: knowledgeDocs.id })
    if (current === undefined) return
    await appendEvent(tx, ctx, {
      type: 'knowledge.failed',
      subjectId: doc.id,
      conversationId: null,
      data: { version: doc.version, reason: failure.message },
    })
  })
}

/** The version that was claimed, and nobody else finished it. */
function isStill(ctx: Ctx, doc: KnowledgeDocRow) {
  return and(
    eq(knowledgeDocs.tenantId, ctx.tenantId),
    eq(knowledgeDocs.id, doc.id),
    eq(knowledgeDocs.version, doc.version),
    eq(knowledgeDocs.status, 'PROCESSING'),
  )
}
