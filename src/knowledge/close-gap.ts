import { and, eq, sql } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { appendEvent } from '../platform/events/index.ts'
import { invalidInput, notFound, refusal, versionConflict, type Refusal } from '../platform/refusals.ts'
import { draftContent, draftTitle, humanReply } from './gap-draft.ts'
import { storeDocs } from './import.ts'
import { parseDoc } from './parse-doc.ts'
import { knowledgeGaps, type KnowledgeGapRow, type KnowledgeGapStatus } from './tables.ts'

export type GapResult = { readonly ok: true } | { readonly ok: false; readonly errors: readonly Refusal[] }

export interface GapApproval {
  readonly id: string
  readonly expectedVersion: number
  /** Null: the draft's. */
  readonly title: string | null
  readonly content: string | null
}

/** Makes a gap's draft, as it is or as edited, a document of the knowledge base, and closes the gap. */
export async function approveKnowledgeGap(ctx: Ctx, input: GapApproval): Promise<GapResult> {
  authorise(ctx.actor, 'knowledge:write')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const gap = await lockOpen(ctx, tx, input)
    if (!gap.ok) return gap
    const [draft] = await queryRows<{ title: string; content: string; reply: string | null }>(
      tx,
      sql`select ${draftTitle(knowledgeGaps)} as title, ${draftContent(knowledgeGaps)} as content,
          ${humanReply(knowledgeGaps)} as reply
        from knowledge_gaps where ${isGap(ctx, input.id)}`,
    )
    const content = input.content ?? draft?.content ?? ''
    if (input.content === null && (draft?.reply ?? null) === null) {
      const message = 'Nobody has answered this question yet: write the answer.'
      return { ok: false, errors: [invalidInput(message, ['input', 'content'])] }
    }
    const title = input.title ?? draft?.title ?? ''
    const parsed = parseDoc({ externalId: `gap-${input.id}`, title, content }, ['input'])
    if (!parsed.ok) return parsed
    const { docIds } = await storeDocs(ctx, tx, [parsed.doc])
    await close(ctx, tx, gap.gap, 'RESOLVED', docIds[0] ?? null)
    return { ok: true }
  })
}

/** Closes a gap that needs no article; questions like it stay closed. */
export async function dismissKnowledgeGap(
  ctx: Ctx,
  input: { id: string; expectedVersion: number },
): Promise<GapResult> {
  authorise(ctx.actor, 'knowledge:write')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const gap = await lockOpen(ctx, tx, input)
    if (gap.ok) await close(ctx, tx, gap.gap, 'DISMISSED', null)
    return gap.ok ? { ok: true } : gap
  })
}

async function lockOpen(
  ctx: Ctx,
  tx: Tx,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<{ ok: true; gap: KnowledgeGapRow } | { ok: false; errors: readonly Refusal[] }> {
  const [gap] = await tx.select().from(knowledgeGaps).where(isGap(ctx, id)).for('update')
  if (gap === undefined) return { ok: false, errors: [notFound(['input', 'id'])] }
  if (gap.version !== expectedVersion) return { ok: false, errors: [versionConflict(gap.version)] }
  if (gap.status === 'OPEN') return { ok: true, gap }
  return { ok: false, errors: [refusal('TRANSITION_REFUSED', 'This gap is closed already.', ['input', 'id'])] }
}

async function close(
  ctx: Ctx,
  tx: Tx,
  gap: KnowledgeGapRow,
  status: Exclude<KnowledgeGapStatus, 'OPEN'>,
  docId: string | null,
): Promise<void> {
  await tx
    .update(knowledgeGaps)
    .set({ status, docId, version: gap.version + 1, updatedAt: ctx.clock.now() })
    .where(isGap(ctx, gap.id))
  await appendEvent(tx, ctx, { type: 'knowledge.gap_closed', subjectId: gap.id, data: { status, docId } })
}

function isGap(ctx: Ctx, id: string) {
  return and(eq(knowledgeGaps.tenantId, ctx.tenantId), eq(knowledgeGaps.id, id))
}
