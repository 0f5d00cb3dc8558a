import type { Permission } from '../platform/auth/permissions.ts'

export const orderStatuses = [
  'DRAFT',
  'REVIEW',
  'PENDING',
  'CONFIRMED',
  'PICKING',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
  'REJECTED',
  'RETURNED',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** What the table looks at beside the status. */
export interface OrderFacts {
  readonly status: OrderStatus
  /** At least one line, and every line has a product. */
  readonly isComplete: boolean
}

interface Transition {
  readonly to: OrderStatus
  /** Needs a complete order; see `OrderFacts.isComplete`. */
  readonly whenComplete?: true
}

const confirm: Transition = { to: 'CONFIRMED', whenComplete: true }

/**
 * The life of an order: from each status, where it may go. Nothing else in the house decides this; transitions-in-sql.ts
 * renders the same table.
 */
export const transitions: Readonly<Record<OrderStatus, readonly Transition[]>> = {
  DRAFT: [{ to: 'REVIEW' }, { to: 'PENDING' }, confirm, { to: 'CANCELLED' }, { to: 'REJECTED' }],
  REVIEW: [{ to: 'PENDING' }, confirm, { to: 'CANCELLED' }, { to: 'REJECTED' }],
  PENDING: [{ to: 'REVIEW' }, confirm, { to: 'CANCELLED' }, { to: 'REJECTED' }],
  CONFIRMED: [{ to: 'PICKING' }, { to: 'CANCELLED' }],
  PICKING: [{ to: 'SHIPPED' }, { to: 'CANCELLED' }],
  SHIPPED: [{ to: 'DELIVERED' }, { to: 'RETURNED' }],
  DELIVERED: [{ to: 'RETURNED' }],
  CANCELLED: [],
  REJECTED: [],
  RETURNED: [],
}

/** The statuses in which lines may still change. */
export const editableStatuses = ['DRAFT', 'REVIEW', 'PENDING'] as const satisfies readonly OrderStatus[]

/** The statuses that `orderTransition` gives. */
export const fulfilmentStatuses = [
  'PICKING',
  'SHIPPED',
  'DELIVERED',
  'RETURNED',
] as const satisfies readonly OrderStatus[]
export type FulfilmentStatus = (typeof fulfilmentStatuses)[number]

/** The statuses this order may take next. */
export function availableTransitions(order: OrderFacts): OrderStatus[] {
  return transitions[order.status]
    .filter((transition) => transition.whenComplete !== true || order.isComplete)
    .map((transition) => transition.to)
}

export function isEditable(status: OrderStatus): boolean {
  return (editableStatuses as readonly OrderStatus[]).includes(status)
}

/** What somebody must hold to bring an order into this status. */
export const permissionFor: Readonly<Record<Exclude<OrderStatus, 'DRAFT'>, Permission>> = {
  REVIEW: 'orders:write',
  PENDING: 'orders:write',
  CONFIRMED: 'orders:confirm',
  REJECTED: 'orders:confirm',
  CANCELLED: 'orders:confirm',
  PICKING: 'orders:fulfil',
  SHIPPED: 'orders:fulfil',
  DELIVERED: 'orders:fulfil',
  RETURNED: 'orders:fulfil',
}
