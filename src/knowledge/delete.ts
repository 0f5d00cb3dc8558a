import { and, eq } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { appendEvent } from '../platform/events/index.ts'
import { notFound, type Refusal } from '../platform/refusals.ts'
import { storePassages } from './store-passages.ts'
import { knowledgeDocs } from './tables.ts'

export type KnowledgeDocDeletion = { readonly ok: true } | { readonly ok: false; readonly errors: readonly Refusal[] }

/** Deletes a document and its passages in one transaction: no search after it finds them. */
export async function deleteKnowledgeDoc(ctx: Ctx, input: { id: string }): Promise<KnowledgeDocDeletion> {
  authorise(ctx.actor, 'knowledge:write')
  const isIt = and(eq(knowledgeDocs.tenantId, ctx.tenantId), eq(knowledgeDocs.id, input.id))
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [doc] = await tx
      .select({ externalId: knowledgeDocs.externalId })
      .from(knowledgeDocs)
      .where(isIt)
      .for('update')
    if (doc === undefined) return { ok: false, errors: [notFound()] }
    await storePassages(tx, { tenantId: ctx.tenantId, docId: input.id, keep: [], add: [], at: ctx.clock.now() })
    await tx.delete(knowledgeDocs).where(isIt)
    await appendEvent(tx, ctx, {
      type: 'knowledge.deleted',
      subjectId: input.id,
      conversationId: null,
      data: { externalId: doc.externalId },
    })
    return { ok: true }
  })
}
