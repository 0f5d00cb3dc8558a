import { and, eq, inArray, sql } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, type Refusal } from '../platform/refusals.ts'
import { contentHashOf } from './content-hash.ts'
import { indexKnowledgeJob } from './job-kinds.ts'
import { parseDoc, type KnowledgeDocInput, type ParsedDoc } from './parse-doc.ts'
import { knowledgeDocs, knowledgeSources } from './tables.ts'

export interface KnowledgeImport {
  /** Of the documents that are now stored, in the order given. */
  readonly docIds: readonly string[]
  readonly createdCount: number
  readonly updatedCount: number
  readonly unchangedCount: number
  readonly errors: readonly Refusal[]
}

const mostDocs = 200
/** Documents in one job: their new passages share the calls to the embedding model, and a retry repeats little. */
const docsInAJob = 20

/**
 * Stores documents by `externalId`, each judged by itself. What changed, or is not READY, is PENDING afterwards and has a
 * job that will index it, enqueued in the same transaction.
 */
export async function importKnowledgeDocs(ctx: Ctx, docs: readonly KnowledgeDocInput[]): Promise<KnowledgeImport> {
  authorise(ctx.actor, 'knowledge:write')
  if (docs.length < 1 || docs.length > mostDocs) {
    const message = `An import has 1 to ${mostDocs} documents; this one has ${docs.length}.`
    return {
      docIds: [],
      createdCount: 0,
      updatedCount: 0,
      unchangedCount: 0,
      errors: [invalidInput(message, ['input', 'docs'])],
    }
  }
  const { accepted, errors } = parseAll(docs)
  if (accepted.length === 0) return { docIds: [], createdCount: 0, updatedCount: 0, unchangedCount: 0, errors }
  return ctx.db.withTenant(ctx.tenantId, async (tx) => ({ ...(await storeDocs(ctx, tx, accepted)), errors }))
}

/** Stores parsed documents and enqueues what has to be indexed, in the caller's transaction. */
export async function storeDocs(
  ctx: Ctx,
  tx: Tx,
  accepted: readonly ParsedDoc[],
): Promise<Omit<KnowledgeImport, 'errors'>> {
  const written = await write(ctx, tx, accepted)
  const pending = written.filter(({ status }) => status === 'PENDING').map(({ id }) => id)
  for (let from = 0; from < pending.length; from += docsInAJob) {
    const docIds = pending.slice(from, from + docsInAJob)
    await ctx.jobs.enqueue(tx, indexKnowledgeJob, { tenantId: ctx.tenantId, docIds })
  }
  const ids = await idsByExternalId(ctx, tx, accepted)
  // Whoever writes the text by hand wants it to stay so.
  await tx
    .delete(knowledgeSources)
    .where(and(eq(knowledgeSources.tenantId, ctx.tenantId), inArray(knowledgeSources.docId, [...ids.values()])))
  const createdCount = written.filter(({ isNew }) => isNew).length
  return {
    docIds: accepted.flatMap(({ externalId }) => ids.get(externalId) ?? []),
    createdCount,
    updatedCount: written.length - createdCount,
    unchangedCount: accepted.length - written.length,
  }
}

function parseAll(docs: readonly KnowledgeDocInput[]): { accepted: ParsedDoc[]; errors: Refusal[] } {
  const accepted = new Map<string, ParsedDoc>()
  const errors: Refusal[] = []
  for (const [index, doc] of docs.entries()) {
    const path = ['input', 'docs', String(index)]
    const parsed = parseDoc(doc, path)
    if (!parsed.ok) {
      errors.push(...parsed.errors)
    } else if (accepted.has(parsed.doc.externalId)) {
      errors.push(invalidInput('This externalId stands in the same import already.', [...path, 'externalId']))
    } else {
      accepted.set(parsed.doc.externalId, parsed.doc)
    }
  }
  return { accepted: [...accepted.values()], errors }
}

/** Writes what is new, changed, or not indexed yet; what is indexed and the same as before gives no row. */
async function write(ctx: Ctx, tx: Tx, docs: readonly ParsedDoc[]) {
  const now = ctx.clock.now()
  const proposed = docs.map((doc) => ({
    ...doc,
    tenantId: ctx.tenantId,
    id: newId('knowledgeDoc'),
    contentHash: contentHashOf(doc),
    status: 'PENDING' as const,
    createdAt: now,
    updatedAt: now,
  }))
  // Two imports of the same documents at once take their rows in the same order.
  proposed.sort((one, other) => (one.externalId < other.externalId ? -1 : 1))
  const isSameText = sql`${knowledgeDocs.contentHash} = excluded.content_hash`
  const isSame = sql`${isSameText} and ${knowledgeDocs.metadata} = excluded.metadata`
  const rows = await tx
    .insert(knowledgeDocs)
    .values(proposed)
    .onConflictDoUpdate({
      target: [knowledgeDocs.tenantId, knowledgeDocs.scope, knowledgeDocs.externalId],
      set: {
        title: sql`excluded.title`,
        content: sql`excluded.content`,
        contentHash: sql`excluded.content_hash`,
        metadata: sql`excluded.metadata`,
        // A text that is indexed stays so when only the metadata change; one on its way needs a job for its new version.
        status: sql`case when ${isSameText} and ${knowledgeDocs.status} = 'READY' then 'READY' else 'PENDING' end`,
        failureReason: null,
        version: sql`${knowledgeDocs.version} + case when ${isSame} then 0 else 1 end`,
        updatedAt: now,
      },
      setWhere: sql`not (${isSame}) or ${knowledgeDocs.status} <> 'READY'`,
    })
    .returning({ id: knowledgeDocs.id, status: knowledgeDocs.status })
  const newIds = new Set(proposed.map(({ id }) => id))
  return rows.map((row) => ({ ...row, isNew: newIds.has(row.id) }))
}

async function idsByExternalId(ctx: Ctx, tx: Tx, docs: readonly ParsedDoc[]): Promise<Map<string, string>> {
  const externalIds = docs.map(({ externalId }) => externalId)
  const rows = await tx
    .select({ id: knowledgeDocs.id, externalId: knowledgeDocs.externalId })
    .from(knowledgeDocs)
    .where(
      and(
        eq(knowledgeDocs.tenantId, ctx.tenantId),
        eq(knowledgeDocs.scope, 'TENANT'),
        inArray(knowledgeDocs.externalId, externalIds),
      ),
    )
  return new Map(rows.map(({ id, externalId }) => [externalId, id]))
}
