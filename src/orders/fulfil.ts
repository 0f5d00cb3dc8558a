import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { commandMove, type OrderCommand } from './change-order.ts'
import type { OrderResult } from './refusals.ts'
import { permissionFor, type FulfilmentStatus } from './transitions.ts'

/** Moves a confirmed order on: picked, shipped, delivered, returned. */
export async function fulfilOrder(
  ctx: Ctx,
  command: OrderCommand & { readonly to: FulfilmentStatus },
): Promise<OrderResult> {
  authorise(ctx.actor, permissionFor[command.to])
  return commandMove(ctx, command, command.to)
}
