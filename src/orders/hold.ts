import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { commandMove, type OrderCommand } from './change-order.ts'
import type { OrderResult } from './refusals.ts'
import { permissionFor } from './transitions.ts'

/** Puts an order aside until the customer answers or pays. */
export async function holdOrder(ctx: Ctx, command: OrderCommand): Promise<OrderResult> {
  authorise(ctx.actor, permissionFor.PENDING)
  return commandMove(ctx, command, 'PENDING')
}
