import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { isId, newId } from '../platform/ids.ts'
import { notFound } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { aiRatings, aiResponses, ratings } from './tables.ts'

const ratingSchema = z.strictObject({
  rating: z.enum(ratings),
  reason: z
    .string()
    .trim()
    .min(1, { error: 'A reason has 1 to 1000 characters.' })
    .max(1_000, { error: 'A reason has 1 to 1000 characters.' })
    .nullish(),
})

/** Says what a person thinks of an answer; said again, the newer opinion takes the place of the older. */
export async function rateAnswer(ctx: Ctx, id: string, input: unknown): Promise<Result<{ aiResponseId: string }>> {
  authorise(ctx.actor, 'assistant:write')
  const parsed = parseInput(ratingSchema, input, ['input'])
  if (!parsed.ok) return parsed
  if (!isId('aiResponse', id)) return refused(notFound(['id']))
  const { rating, reason = null } = parsed.value
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [answer] = await tx
      .select({ id: aiResponses.id })
      .from(aiResponses)
      .where(and(eq(aiResponses.tenantId, ctx.tenantId), eq(aiResponses.id, id)))
    if (answer === undefined) return refused(notFound(['id']))
    const now = ctx.clock.now()
    const by = { byKind: ctx.actor.kind, byId: ctx.actor.id }
    await tx
      .insert(aiRatings)
      .values({
        tenantId: ctx.tenantId,
        id: newId('aiRating'),
        aiResponseId: id,
        ...by,
        rating,
        reason,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoUpdate({
        target: [aiRatings.tenantId, aiRatings.aiResponseId, aiRatings.byKind, aiRatings.byId],
        set: { rating, reason, updatedAt: now },
      })
    return { ok: true, aiResponseId: id }
  })
}
