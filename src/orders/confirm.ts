import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { calibrateAfter } from './calibration.ts'
import { commandMove, type OrderCommand } from './change-order.ts'
import type { OrderResult } from './refusals.ts'
import { learnFromApproval } from './learn-from-review.ts'
import { permissionFor } from './transitions.ts'

/** Confirms an order whose every line has a product; ends its review. */
export async function confirmOrder(ctx: Ctx, command: OrderCommand): Promise<OrderResult> {
  authorise(ctx.actor, permissionFor.CONFIRMED)
  return commandMove(ctx, command, 'CONFIRMED', {}, async (tx, order) => {
    await learnFromApproval(ctx, tx, order)
    await calibrateAfter(ctx, tx, order)
  })
}
