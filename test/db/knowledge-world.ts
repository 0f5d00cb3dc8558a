import { deleteKnowledgeDoc } from '../../src/knowledge/delete.ts'
import { importKnowledgeDocs, type KnowledgeImport } from '../../src/knowledge/import.ts'
import { indexKnowledgeDocs } from '../../src/knowledge/index-docs.ts'
import type { KnowledgeDocInput } from '../../src/knowledge/parse-doc.ts'
import type { Embedder } from '../../src/platform/ai/embeddings.ts'
import { lexicalEmbedder } from '../../src/platform/ai/embeddings-lexical.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import type { Ctx } from '../../src/platform/context.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { noDeadLetters } from '../kit/jobs.ts'
import { makeTenant } from '../kit/database.ts'
import { systemCtx } from '../kit/system.ts'

/** A tenant's knowledge base below the API; its jobs wait until the test runs them. */
export interface KnowledgeBase {
  readonly ctx: Ctx
  /** Texts that were embedded so far. */
  readonly embedded: string[]
  /** Called with every call to the embedding model, before it answers; may throw in its place. */
  beforeEmbedding: (texts: readonly string[]) => Promise<void> | void
  import(...docs: KnowledgeDocInput[]): Promise<KnowledgeImport>
  /** Runs the jobs that are waiting; @returns how many there were. */
  index(options?: { isLastAttempt?: boolean }): Promise<number>
  delete(id: string): Promise<boolean>
  /** Rows of a statement with `$1` for the tenant, read around row-level security. */
  rows<Row extends object>(statement: string): Promise<Row[]>
}

export async function openKnowledgeBase(db: Database): Promise<KnowledgeBase> {
  const { id: tenantId } = await makeTenant(db)
  const waiting: (readonly string[])[] = []
  const embedder: Embedder = {
    ...lexicalEmbedder,
    async embed(texts, signal) {
      await base.beforeEmbedding(texts)
      base.embedded.push(...texts)
      return lexicalEmbedder.embed(texts, signal)
    },
  }
  const ctx = systemCtx(db, tenantId, {
    models: { order: offlineModel, cheaper: null, net: offlineModel, timeoutMs: 1_000, embedder },
    jobs: {
      ...noDeadLetters,
      newJob: () => ({ text: 'select 1', values: [], resultOf: () => {} }),
      async enqueue(_tx, _kind, data) {
        waiting.push((data as { docIds?: readonly string[] }).docIds ?? [])
      },
    },
  })
  const base: KnowledgeBase = {
    ctx,
    embedded: [],
    beforeEmbedding() {},
    import: (...docs) => importKnowledgeDocs(ctx, docs),
    async index({ isLastAttempt = false } = {}) {
      const jobs = waiting.splice(0)
      for (const docIds of jobs) {
        await indexKnowledgeDocs(ctx, { docIds, isLastAttempt, signal: new AbortController().signal })
      }
      return jobs.length
    },
    delete: async (id) => (await deleteKnowledgeDoc(ctx, { id })).ok,
    rows: (statement) => db.asOwner((owner) => owner.query(statement, [tenantId])),
  }
  return base
}
