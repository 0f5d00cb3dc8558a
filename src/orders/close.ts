import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { invalidInput } from '../platform/refusals.ts'
import { commandMove, type OrderCommand } from './change-order.ts'
import type { OrderResult } from './refusals.ts'
import { permissionFor } from './transitions.ts'

export interface CloseOrder extends OrderCommand {
  /** Why, for people; 1 to 500 characters. */
  readonly reason: string
}

/** Turns an order down for good, before it is confirmed. */
export async function rejectOrder(ctx: Ctx, command: CloseOrder): Promise<OrderResult> {
  return closeOrder(ctx, command, 'REJECTED')
}

/** Calls an order off for good, before it is shipped. */
export async function cancelOrder(ctx: Ctx, command: CloseOrder): Promise<OrderResult> {
  return closeOrder(ctx, command, 'CANCELLED')
}

async function closeOrder(ctx: Ctx, command: CloseOrder, to: 'REJECTED' | 'CANCELLED'): Promise<OrderResult> {
  authorise(ctx.actor, permissionFor[to])
  const closedReason = command.reason.trim().replaceAll('\0', '')
  if (closedReason.length < 1 || closedReason.length > 500) {
    return { ok: false, orderId: null, errors: [invalidInput('A reason has 1 to 500 characters.', ['reason'])] }
  }
  return commandMove(ctx, command, to, { closedReason })
}
