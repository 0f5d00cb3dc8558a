/** The door of orders: what customers want to buy, from the first draft to delivery. */
import type { DomainModule } from '../graphql/index.ts'
import { orderTypes } from './graph.ts'
import { calibrateHandler, readConversationHandler, summariseHandler } from './jobs.ts'
import { resolvers } from './resolvers.ts'

export { amendOrder, findOpenOrder, type AmendOrder, type OpenOrder } from './amend.ts'
export { claimMs, claimReview, releaseReview } from './claim.ts'
export { cancelOrder, rejectOrder, type CloseOrder } from './close.ts'
export { confirmOrder } from './confirm.ts'
export { createOrder, type CreatedOrder } from './create.ts'
export { draftOrder, type Draft, type DraftOrder, type DraftedOrder } from './draft.ts'
export { editLines, type EditLines } from './edit-lines.ts'
export { orderEvents, type OrderEventType } from './events.ts'
export { fulfilOrder } from './fulfil.ts'
export { holdOrder } from './hold.ts'
export type { LineRecord, LineVariant } from './lines/line-record.ts'
export type { DraftLine } from './lines/lines-from-reading.ts'
export { acceptProposal, proposeChange, rejectProposal, type ProposalResult } from './proposals.ts'
export { finalLines, orderTotal, readingAsLines } from './reading-as-lines.ts'
export type { OrderResult } from './refusals.ts'
export { orders, type OrderLineRow, type OrderRow } from './tables.ts'
export { availableTransitions, orderStatuses, type OrderStatus } from './transitions.ts'

export const ordersModule = {
  name: 'orders',
  types: orderTypes,
  plain: [
    'ReplySuggestion',
    'ConfidenceCalibration',
    'CalibrationPoint',
    'ThresholdPreview',
    'AiOrderCosts',
    'AiChannelCosts',
  ],
  resolvers,
  jobs: [readConversationHandler, calibrateHandler, summariseHandler],
} satisfies DomainModule
