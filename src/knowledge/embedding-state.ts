import { and, eq, sql } from 'drizzle-orm'
import { lexicalEmbedder } from '../platform/ai/embeddings-lexical.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { knowledgeEmbeddings } from './tables.ts'

/** The built-in model, whose vector every passage has: what others are not there for, or not yet, it answers. */
export const builtInModel = lexicalEmbedder.model

/** Which models a tenant's passages have vectors of. */
export interface EmbeddingState {
  /** Searches are answered by this one's vectors. */
  readonly active: string
  /** This one's are being made beside them; it takes over when none is missing. */
  readonly building: string | null
}

/** A tenant that never chose has what this process is configured for. */
export async function embeddingState(ctx: Ctx, tx: Tx): Promise<EmbeddingState> {
  const rows = await tx
    .select({ model: knowledgeEmbeddings.model, state: knowledgeEmbeddings.state })
    .from(knowledgeEmbeddings)
    .where(eq(knowledgeEmbeddings.tenantId, ctx.tenantId))
  const modelIn = (state: string) => rows.find((row) => row.state === state)?.model ?? null
  return { active: modelIn('ACTIVE') ?? ctx.models.embedder.model, building: modelIn('BUILDING') }
}

/** Whether another model than the built-in one can be in use at all; where not, nobody needs to look. */
export function hasProvider(ctx: Ctx): boolean {
  return ctx.models.otherEmbedder !== undefined || ctx.models.embedder.model !== builtInModel
}

/** Writes down what a tenant that never chose begins with, so that another configuration changes nothing for it. */
export async function keepEmbeddingState(ctx: Ctx, tx: Tx): Promise<EmbeddingState> {
  const state = await embeddingState(ctx, tx)
  if (hasProvider(ctx)) {
    await tx
      .insert(knowledgeEmbeddings)
      .values({ tenantId: ctx.tenantId, model: state.active, state: 'ACTIVE', startedAt: ctx.clock.now() })
      .onConflictDoNothing()
  }
  return state
}

/** How many of the tenant's passages have no vector of this model yet; none is missing of the built-in one. */
export function missingVectors(tenantId: string, model: string) {
  return sql`from knowledge_chunks as chunk where chunk.tenant_id = ${tenantId} and ${model} <> ${builtInModel}
    and not exists (
      select from knowledge_vectors as known
      where known.tenant_id = ${tenantId} and known.chunk_id = chunk.id and known.model = ${model}
    )`
}

export function isEmbedding(ctx: Ctx, model: string) {
  return and(eq(knowledgeEmbeddings.tenantId, ctx.tenantId), eq(knowledgeEmbeddings.model, model))
}
