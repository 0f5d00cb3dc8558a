import { and, eq } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvent } from '../platform/events/index.ts'
import { invalidInput, notFound, type Refusal } from '../platform/refusals.ts'
import { storePassages } from './store-passages.ts'
import { knowledgeDocs } from './tables.ts'

export type KnowledgeDocDeletion = { readonly ok: true } | { readonly ok: false; readonly errors: readonly Refusal[] }

/** Deletes a document and its passages in one transaction: no search after it finds them. */
export async function deleteKnowledgeDoc(ctx: Ctx, input: { id: string }): Promise<KnowledgeDocDeletion> {
  authorise(ctx.actor, 'knowledge:write')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [doc] = await tx
      .select({ scope: knowledgeDocs.scope })
      .from(knowledgeDocs)
      .where(isIt(ctx, input.id))
      .for('update')
    if (doc === undefined) return { ok: false, errors: [notFound()] }
    if (doc.scope === 'GLOBAL') {
      return { ok: false, errors: [invalidInput('Global documents are not deleted here; hide it.', ['id'])] }
    }
    await removeDoc(ctx, tx, input.id)
    return { ok: true }
  })
}

/** The same within the caller's transaction, whosever it is; nothing when it is gone. */
export async function removeDoc(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  const [doc] = await tx
    .select({ externalId: knowledgeDocs.externalId })
    .from(knowledgeDocs)
    .where(isIt(ctx, id))
    .for('update')
  if (doc === undefined) return
  await storePassages(tx, { tenantId: ctx.tenantId, docId: id, keep: [], add: [], at: ctx.clock.now() })
  await tx.delete(knowledgeDocs).where(isIt(ctx, id))
  await appendEvent(tx, ctx, {
    type: 'knowledge.deleted',
    subjectId: id,
    conversationId: null,
    data: { externalId: doc.externalId },
  })
}

function isIt(ctx: Ctx, id: string) {
  return and(eq(knowledgeDocs.tenantId, ctx.tenantId), eq(knowledgeDocs.id, id))
}
