import { z } from 'zod'
import type * as gql from '../generated/schema.ts'
import { orderStatuses } from './transitions.ts'

const status = z.enum(orderStatuses)
/** Which order as people call it, and the state in which the event left it. */
const state = { number: z.int(), status, version: z.int() }
const move = z.object({ ...state, from: status })

/** What this domain announces in the event log; the subject is the order. */
export const orderEvents = {
  'order.drafted': z.object(state),
  'order.review_requested': move,
  'order.review_claimed': z.object({ ...state, expiresAt: z.iso.datetime() }),
  'order.review_released': z.object(state),
  /** Lines were changed: by a person, or by the customer's next message (then the actor is the assistant). */
  'order.edited': z.object(state),
  'order.confirmed': move,
  'order.rejected': move,
  'order.cancelled': move,
  /** A customer wants a confirmed order changed or cancelled; a person decides. */
  'order.change_proposed': z.object({ ...state, proposalId: z.string() }),
  'order.change_decided': z.object({ ...state, proposalId: z.string(), state: z.enum(['ACCEPTED', 'REJECTED']) }),
  /** Every other move: held, picked, shipped, delivered, returned. */
  'order.status_changed': move,
} as const

export type OrderEventType = keyof typeof orderEvents

/** Which of them are told to those who watch the review queue, and as what. */
export const reviewEvents: ReadonlyMap<string, gql.OrderReviewEventType> = new Map<
  OrderEventType,
  gql.OrderReviewEventType
>([
  ['order.review_requested', 'REQUESTED'],
  ['order.review_claimed', 'CLAIMED'],
  ['order.review_released', 'RELEASED'],
  ['order.edited', 'EDITED'],
  ['order.confirmed', 'CONFIRMED'],
  ['order.rejected', 'REJECTED'],
  ['order.cancelled', 'CANCELLED'],
  ['order.change_proposed', 'CHANGE_PROPOSED'],
  ['order.change_decided', 'CHANGE_DECIDED'],
])
