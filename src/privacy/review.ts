import { and, eq, sql } from 'drizzle-orm'
import { piiFindings } from '../conversations/index.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { appendEvent } from '../platform/events/index.ts'
import { notFound, versionConflict } from '../platform/refusals.ts'
import { refused, type Result } from '../platform/results.ts'

export interface ReviewFinding {
  readonly id: string
  readonly decision: 'CONFIRM' | 'DISMISS'
  readonly expectedVersion: number
}

/** Says whether a finding is personal data indeed; may be said again, by whoever has read what was said before. */
export async function reviewFinding(
  ctx: Ctx,
  { id, decision, expectedVersion }: ReviewFinding,
): Promise<Result<{ findingId: string }>> {
  authorise(ctx.actor, 'privacy:review')
  const state = decision === 'CONFIRM' ? 'CONFIRMED' : 'DISMISSED'
  const now = ctx.clock.now()
  const isFinding = and(eq(piiFindings.tenantId, ctx.tenantId), eq(piiFindings.id, id))
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const changed = await tx
      .update(piiFindings)
      .set({
        state,
        reviewedByKind: ctx.actor.kind,
        reviewedById: ctx.actor.id,
        reviewedAt: now,
        version: sql`${piiFindings.version} + 1`,
        updatedAt: now,
      })
      .where(and(isFinding, eq(piiFindings.version, expectedVersion)))
      .returning({ id: piiFindings.id })
    if (changed.length === 0) {
      const [present] = await tx.select({ version: piiFindings.version }).from(piiFindings).where(isFinding)
      return refused(present === undefined ? notFound(['id']) : versionConflict(present.version))
    }
    await appendEvent(tx, ctx, { type: 'privacy.finding_reviewed', subjectId: id, data: { state } })
    return { ok: true, findingId: id }
  })
}
