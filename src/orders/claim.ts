import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { activeClaim, changeOrder, commandOrder, noClaim } from './change-order.ts'
import { notInReview, refusedFor, type OrderResult } from './refusals.ts'

/** How long a claim lasts unless it is prolonged: whoever closes the browser does not block the queue for long. */
export const claimMs = 5 * 60_000

/** Takes an order in review for the caller, or prolongs the claim; another's can be taken over only when it ran out. */
export async function claimReview(ctx: Ctx, id: string): Promise<OrderResult> {
  authorise(ctx.actor, 'orders:write')
  return commandOrder(ctx, { id, expectedVersion: null }, async (tx, order) => {
    if (order.status !== 'REVIEW') return refusedFor(order, notInReview(order))
    const claimExpiresAt = new Date(ctx.clock.now().getTime() + claimMs)
    const claim = { claimedByKind: ctx.actor.kind, claimedById: ctx.actor.id, claimExpiresAt }
    // A prolonged claim is no news to those who watch.
    const isNews = activeClaim(ctx, order) === null
    const event = { type: 'order.review_claimed', data: { expiresAt: claimExpiresAt.toISOString() } } as const
    await changeOrder(ctx, tx, order, claim, isNews ? event : null)
    return { ok: true, orderId: order.id }
  })
}

/** Gives the caller's claim up; without one nothing changes. */
export async function releaseReview(ctx: Ctx, id: string): Promise<OrderResult> {
  authorise(ctx.actor, 'orders:write')
  return commandOrder(ctx, { id, expectedVersion: null }, async (tx, order) => {
    if (activeClaim(ctx, order) !== null) {
      await changeOrder(ctx, tx, order, noClaim, { type: 'order.review_released' })
    }
    return { ok: true, orderId: order.id }
  })
}
