import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { learnedAliases, learnedExamples } from '../assistant/index.ts'
import { products, productVariants } from '../catalog/index.ts'
import { conversations, messages } from '../conversations/index.ts'
import { actorIn, customers } from '../customers/index.ts'
import {
  descending,
  embeddedType,
  extendGraphType,
  graphType,
  many,
  money,
  needs,
  one,
  page,
} from '../graphql/index.ts'
import { lineDoubts, orderDoubts, reasonsOfLine } from './doubts.ts'
import { orderChangeProposals, orderLines, orderLineVariants, orderMessages, orders } from './tables.ts'
import { availableTransitionsOf } from './transitions-in-sql.ts'

const newestFirst = (order: typeof orders) => [descending(order.createdAt), descending(order.id)]

export const order = graphType('Order', orders, { allow: 'orders:read', node: 'order' }, (t) => ({
  id: t.id,
  number: t.number,
  status: t.status,
  availableTransitions: availableTransitionsOf(t),
  source: t.source,
  customer: one(customers, t.customerId),
  conversation: one(conversations, t.conversationId),
  lines: many(orderLines, (line) => ({ where: eq(line.orderId, t.id), orderBy: [asc(line.position)] })),
  sourceMessages: many(messages, (m) => ({
    where: sql`${m.id} in (select read.message_id from ${orderMessages} read
      where read.tenant_id = ${t.tenantId} and read.order_id = ${t.id})`,
    orderBy: [asc(m.conversationId), asc(m.seq)],
  })),
  total: money(t.totalMinor, t.currency),
  repeats: one(orders, t.repeatsOrderId),
  possibleDuplicateOf: one(orders, t.duplicateOfOrderId),
  confidence: t.confidence,
  requiresReview: t.requiresReview,
  reviewReasons: t.reviewReasons,
  draftQuestion: needs(orderDoubts(t)),
  changeProposals: many(orderChangeProposals, (proposal) => ({
    where: eq(proposal.orderId, t.id),
    orderBy: [asc(proposal.createdAt), asc(proposal.id)],
  })),
  // The same row once more, so that the condition may look at the request's clock.
  claim: one(orders, (same, _args, ctx) => and(eq(same.id, t.id), gt(same.claimExpiresAt, ctx.clock.now()))),
  reviewRequestedAt: t.reviewRequestedAt,
  externalId: t.externalId,
  note: t.note,
  closedReason: t.closedReason,
  version: t.version,
  createdBy: actorIn(t.createdByKind, t.createdById),
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  confirmedAt: t.confirmedAt,
  confirmedBy: actorIn(t.confirmedByKind, t.confirmedById),
}))

export const orderChangeProposal = graphType(
  'OrderChangeProposal',
  orderChangeProposals,
  { allow: 'orders:read', node: 'orderChangeProposal' },
  (t) => ({
    id: t.id,
    order: one(orders, t.orderId),
    orderVersion: t.orderVersion,
    kind: t.kind,
    state: t.state,
    words: t.words,
    lines: t.lines,
    reviewReasons: t.reviewReasons,
    version: t.version,
    createdAt: t.createdAt,
    decidedAt: t.decidedAt,
    decidedBy: actorIn(t.decidedByKind, t.decidedById),
  }),
)

const proposedLine = embeddedType('ProposedOrderLine', (line) => ({
  product: one(products, line.text('productId')),
  unitPrice: money(line.long('unitPriceMinor'), line.text('currency')),
  total: money(line.long('totalMinor'), line.text('currency')),
}))

export const orderReviewClaim = graphType('OrderReviewClaim', orders, { allow: 'orders:read' }, (t) => ({
  by: actorIn(t.claimedByKind, t.claimedById),
  expiresAt: t.claimExpiresAt,
}))

export const orderLine = graphType('OrderLine', orderLines, { allow: 'orders:read' }, (t) => ({
  id: t.id,
  position: t.position,
  product: one(products, t.productId),
  variants: many(orderLineVariants, (v) => ({ where: eq(v.lineId, t.id), orderBy: [asc(v.axis)] })),
  sku: t.sku,
  name: t.name,
  quantity: t.quantity,
  unit: t.unit,
  convertedFrom: t.convertedFrom,
  options: t.options,
  unitPrice: money(t.unitPriceMinor, t.currency),
  total: money(t.totalMinor, t.currency),
  source: t.source,
  confidence: t.confidence,
  spans: t.spans,
  candidates: t.candidates,
  reviewReasons: reasonsOfLine(t),
  wouldBeSure: needs(lineDoubts(t)),
  learnedFrom: one(learnedAliases, t.learnedAliasId),
}))

const aliasOrder = extendGraphType('LearnedAlias', learnedAliases, (t) => ({ order: one(orders, t.orderId) }))
const exampleOrder = extendGraphType('LearnedExample', learnedExamples, (t) => ({ order: one(orders, t.orderId) }))

export const orderLineVariant = graphType('OrderLineVariant', orderLineVariants, { allow: 'orders:read' }, (t) => ({
  axis: t.axis,
  value: t.value,
  variant: one(productVariants, t.variantId),
}))

export const conversationOrders = extendGraphType('Conversation', conversations, (t) => ({
  latestOrder: one(orders, (row) => eq(row.conversationId, t.id), { orderBy: newestFirst }),
  orders: page(orders, { where: (row) => eq(row.conversationId, t.id), orderBy: newestFirst }),
}))

export const customerOrders = extendGraphType('Customer', customers, (t) => ({
  orders: page(orders, { where: (row) => eq(row.customerId, t.id), orderBy: newestFirst }),
}))

export const orderTypes = [
  order,
  orderReviewClaim,
  orderChangeProposal,
  proposedLine,
  embeddedType('ProposedLineVariant'),
  embeddedType('SaidAmount'),
  orderLine,
  orderLineVariant,
  embeddedType('OrderLineOption'),
  conversationOrders,
  customerOrders,
  aliasOrder,
  exampleOrder,
]
