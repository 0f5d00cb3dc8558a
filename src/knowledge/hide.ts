import { and, eq } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { appendEvent } from '../platform/events/index.ts'
import { invalidInput, notFound } from '../platform/refusals.ts'
import { refused, type Result } from '../platform/results.ts'
import { indexKnowledgeJob } from './job-kinds.ts'
import { storePassages } from './store-passages.ts'
import { knowledgeDocs } from './tables.ts'

/**
 * Hides a global document from this tenant's searches and answers, or shows it again. Hidden, it has no passages: the very
 * next search finds none. Shown, it is indexed by a job soon after.
 */
export async function hideKnowledgeDoc(
  ctx: Ctx,
  { id, isHidden }: { id: string; isHidden: boolean },
): Promise<Result<{ docId: string }>> {
  authorise(ctx.actor, 'knowledge:write')
  const isIt = and(eq(knowledgeDocs.tenantId, ctx.tenantId), eq(knowledgeDocs.id, id))
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [doc] = await tx.select().from(knowledgeDocs).where(isIt).for('update')
    if (doc === undefined) return refused(notFound())
    if (doc.scope !== 'GLOBAL')
      return refused(invalidInput('Only global documents are hidden; delete your own.', ['id']))
    if ((doc.hiddenAt !== null) === isHidden) return { ok: true, docId: id }
    const now = ctx.clock.now()
    // A job that indexes the version before finds another one, and stores nothing.
    const change = { version: doc.version + 1, failureReason: null, updatedAt: now }
    if (isHidden) {
      await storePassages(tx, { tenantId: ctx.tenantId, docId: id, keep: [], add: [], at: now })
      await tx
        .update(knowledgeDocs)
        .set({ ...change, hiddenAt: now, status: 'READY', chunkCount: 0 })
        .where(isIt)
    } else {
      await tx
        .update(knowledgeDocs)
        .set({ ...change, hiddenAt: null, status: 'PENDING' })
        .where(isIt)
      await ctx.jobs.enqueue(tx, indexKnowledgeJob, { tenantId: ctx.tenantId, docIds: [id] })
    }
    await appendEvent(tx, ctx, {
      type: 'knowledge.hidden',
      subjectId: id,
      conversationId: null,
      data: { isHidden },
    })
    return { ok: true, docId: id }
  })
}
