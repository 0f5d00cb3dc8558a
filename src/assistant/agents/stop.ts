import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { handBackStopped } from '../../conversations/index.ts'
import { authorise } from '../../platform/auth/permissions.ts'
import { cleanText } from '../../platform/channels/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { appendEvent } from '../../platform/events/index.ts'
import { invalidInput } from '../../platform/refusals.ts'
import { refused, type Result } from '../../platform/results.ts'
import { takeAssistantLock, tenants } from '../../tenancy/index.ts'

/**
 * Stops all that the assistant does by itself: once this has committed, nothing is confirmed, answered or sent by it any more. What
 * it was doing is done before, or begins anew and finds itself stopped. What customers write goes to people.
 */
export async function stopAssistant(ctx: Ctx, { reason }: { reason: string }): Promise<Result<object>> {
  authorise(ctx.actor, 'assistant:configure')
  const why = cleanText(reason).trim()
  if (why === '' || why.length > 500) return refused(invalidInput('Say why, in at most 500 characters.', ['reason']))
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    await takeAssistantLock(ctx, tx)
    const stopped = await tx
      .update(tenants)
      .set({ assistantStoppedAt: ctx.clock.now() })
      .where(and(eq(tenants.id, ctx.tenantId), isNull(tenants.assistantStoppedAt)))
      .returning({ id: tenants.id })
    if (stopped.length === 0) return
    await appendEvent(tx, ctx, { type: 'ai.stopped', subjectId: ctx.tenantId, data: { reason: why } })
  })
  return { ok: true }
}

const atOnce = 200

/**
 * Lets the assistant work again. Conversations that went to people because it was stopped, and that nobody took over, are its own
 * again; what was written meanwhile is read now.
 */
export async function resumeAssistant(ctx: Ctx): Promise<Result<object>> {
  authorise(ctx.actor, 'assistant:configure')
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    await takeAssistantLock(ctx, tx)
    const resumed = await tx
      .update(tenants)
      .set({ assistantStoppedAt: null })
      .where(and(eq(tenants.id, ctx.tenantId), isNotNull(tenants.assistantStoppedAt)))
      .returning({ id: tenants.id })
    if (resumed.length === 0) return
    await appendEvent(tx, ctx, { type: 'ai.resumed', subjectId: ctx.tenantId, data: {} })
  })
  // Some at a time, so that nobody who writes waits long; asked again, it goes on where it was cut short.
  for (let handed = atOnce; handed === atOnce;) {
    handed = await ctx.db.withTenant(ctx.tenantId, (tx) => handBackStopped(ctx, tx, atOnce))
  }
  return { ok: true }
}
