import type { Refusal } from '../platform/refusals.ts'
import type { OrderRow } from './tables.ts'
import { availableTransitions, type OrderStatus } from './transitions.ts'

export function transitionRefused(order: OrderRow, to: OrderStatus) {
  const allowed = availableTransitions(order)
  const message =
    to === 'CONFIRMED' && !order.isComplete && allowed.length > 0
      ? 'Every line needs a product before the order can be confirmed.'
      : `An order that is ${order.status} cannot become ${to}.`
  const code = 'TRANSITION_REFUSED'
  return { __typename: 'OrderTransitionRefused', code, message, path: ['id'], from: order.status, to, allowed } as const
}

export function notEditable(order: OrderRow) {
  const message = `The lines of an order that is ${order.status} cannot be changed.`
  return {
    __typename: 'OrderNotEditable',
    code: 'TRANSITION_REFUSED',
    message,
    path: ['id'],
    status: order.status,
  } as const
}

export function notInReview(order: OrderRow) {
  const message = `This order is ${order.status}, not in review.`
  return {
    __typename: 'OrderNotInReview',
    code: 'TRANSITION_REFUSED',
    message,
    path: ['id'],
    status: order.status,
  } as const
}

/** Does not say who: whoever may know reads the order's claim. */
export function claimedByOther(expiresAt: Date) {
  return {
    __typename: 'ClaimedByOther',
    code: 'CLAIMED_BY_OTHER',
    message: 'Somebody else has this order under review.',
    path: ['id'],
    expiresAt,
  } as const
}

/** What a verb over an order answers; a refused one says which order it was, so that the caller can show it as it is. */
export type OrderResult =
  | { readonly ok: true; readonly orderId: string }
  | { readonly ok: false; readonly orderId: string | null; readonly errors: readonly Refusal[] }

export function refusedFor(order: OrderRow, ...errors: readonly Refusal[]): OrderResult {
  return { ok: false, orderId: order.id, errors }
}
