import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { ReviewReason } from '../assistant/index.ts'
import { aiResponses, learnedAliases } from '../assistant/tables.ts'
import { products, productVariants } from '../catalog/tables.ts'
import { conversations, messages } from '../conversations/tables.ts'
import { customers } from '../customers/tables.ts'
import { actorKinds } from '../platform/auth/actor.ts'
import {
  createdAt,
  id,
  idText,
  moneyMinor,
  oneOf,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
  updatedAt,
  version,
} from '../platform/db/columns.ts'
import { tenants } from '../tenancy/tables.ts'
import { orderStatuses } from './transitions.ts'

export const orderSources = ['CONVERSATION', 'STAFF', 'API'] as const
export type OrderSource = (typeof orderSources)[number]

export const orderLineSources = ['AI', 'HUMAN', 'CATALOGUE_CART'] as const
export type OrderLineSource = (typeof orderLineSources)[number]

/** Where in which message a line was read: UTF-16 offsets, `text` is that very slice. */
export interface LineSpan {
  readonly messageId: string
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface LineCandidate {
  readonly productId: string
  /** 0 to 1, comparable inside one line. */
  readonly score: number
}

/** An amount in the customer's own unit. */
export interface SaidAmount {
  readonly quantity: string
  readonly unit: string
}

export interface LineOption {
  readonly group: string
  readonly value: string
  readonly negated: boolean
  readonly qualifier: string | null
}

export const orders = pgTable(
  'orders',
  {
    tenantId: tenantId(),
    id: id(),
    number: integer('number').notNull(),
    status: text('status', { enum: orderStatuses }).notNull(),
    source: text('source', { enum: orderSources }).notNull(),
    customerId: idText('customer_id').notNull(),
    conversationId: idText('conversation_id'),
    currency: text('currency').notNull(),
    /** Sum of the lines that have a price. */
    totalMinor: moneyMinor('total_minor').notNull(),
    /** At least one line, and every line has a product: what the guards of the state table look at. */
    isComplete: boolean('is_complete').notNull(),
    /** 0 to 1; null for an order made by hand. */
    confidence: doublePrecision('confidence'),
    /** How sure the reading was where nothing else stood against it; null when something else did, or a person wrote it. */
    clearConfidence: doublePrecision('clear_confidence'),
    /** When a person first changed what was read; null while it stands as it was read. */
    correctedAt: time('corrected_at'),
    requiresReview: boolean('requires_review').notNull().default(false),
    reviewReasons: jsonb('review_reasons').$type<readonly ReviewReason[]>().notNull(),
    /** Not null exactly while the order is in review. */
    reviewRequestedAt: time('review_requested_at'),
    /** The holder of the claim; it counts until `claimExpiresAt` and only in review. */
    claimedByKind: text('claimed_by_kind', { enum: actorKinds }),
    claimedById: idText('claimed_by_id'),
    claimExpiresAt: time('claim_expires_at'),
    externalId: text('external_id'),
    note: text('note'),
    /** Why it was rejected or cancelled. */
    closedReason: text('closed_reason'),
    /** The answer of the assistant that it was last read from. */
    aiResponseId: idText('ai_response_id'),
    /** The earlier order that the customer meant. */
    repeatsOrderId: idText('repeats_order_id'),
    /** The order with the same lines that was there a short while before. */
    duplicateOfOrderId: idText('duplicate_of_order_id'),
    version: version(),
    createdByKind: text('created_by_kind', { enum: actorKinds }).notNull(),
    createdById: idText('created_by_id').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    confirmedAt: time('confirmed_at'),
    confirmedByKind: text('confirmed_by_kind', { enum: actorKinds }),
    confirmedById: idText('confirmed_by_id'),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    tenantReference(table, table.customerId, customers),
    tenantReference(table, table.conversationId, conversations),
    tenantReference(table, table.aiResponseId, aiResponses),
    tenantReference(table, table.repeatsOrderId, { tenantId: table.tenantId, id: table.id }),
    tenantReference(table, table.duplicateOfOrderId, { tenantId: table.tenantId, id: table.id }),
    oneOf(table.status, orderStatuses),
    oneOf(table.source, orderSources),
    oneOf(table.createdByKind, actorKinds),
    oneOf(table.claimedByKind, actorKinds),
    oneOf(table.confirmedByKind, actorKinds),
    unique('orders_number_key').on(table.tenantId, table.number),
    unique('orders_external_id_key').on(table.tenantId, table.externalId),
    index('orders_created_idx').on(table.tenantId, table.createdAt, table.id),
    index('orders_updated_idx').on(table.tenantId, table.updatedAt, table.id),
    index('orders_total_idx').on(table.tenantId, table.totalMinor, table.id),
    index('orders_status_idx').on(table.tenantId, table.status, table.createdAt, table.id),
    index('orders_customer_idx').on(table.tenantId, table.customerId, table.createdAt, table.id),
    index('orders_conversation_idx').on(table.tenantId, table.conversationId, table.createdAt, table.id),
    index('orders_confirmed_idx')
      .on(table.tenantId, table.confirmedAt)
      .where(sql`${table.confirmedAt} is not null`),
    // What calibration looks at: reviewed orders that only their confidence spoke about.
    index('orders_outcomes_idx')
      .on(table.tenantId, table.confirmedAt)
      .where(sql`${table.clearConfidence} is not null and ${table.confirmedByKind} <> 'ASSISTANT'`),
    index('orders_review_idx')
      .on(table.tenantId, table.reviewRequestedAt, table.id)
      .where(sql`${table.status} = 'REVIEW'`),
    check('orders_total_check', sql`${table.totalMinor} >= 0`),
    check('orders_review_check', sql`(${table.status} = 'REVIEW') = (${table.reviewRequestedAt} is not null)`),
    check(
      'orders_claim_check',
      sql`num_nonnulls(${table.claimedByKind}, ${table.claimedById}, ${table.claimExpiresAt}) in (0, 3)
        and (${table.claimExpiresAt} is null or ${table.status} = 'REVIEW')`,
    ),
    check(
      'orders_confirmed_check',
      sql`num_nonnulls(${table.confirmedAt}, ${table.confirmedByKind}, ${table.confirmedById}) in (0, 3)`,
    ),
    ...tenantPolicies(),
  ],
)

/** Name, SKU, unit and price as they were when it was ordered: a later change of the catalogue does not reach them. */
export const orderLines = pgTable(
  'order_lines',
  {
    tenantId: tenantId(),
    id: id(),
    orderId: idText('order_id').notNull(),
    /** From 0. */
    position: integer('position').notNull(),
    /** Null while unmatched. */
    productId: idText('product_id'),
    sku: text('sku'),
    /** The product's name; while unmatched, the customer's words. */
    name: text('name').notNull(),
    unit: text('unit'),
    /** Exact decimal, as text in TypeScript. */
    quantity: numeric('quantity', { precision: 12, scale: 3 }).notNull(),
    currency: text('currency').notNull(),
    unitPriceMinor: moneyMinor('unit_price_minor'),
    totalMinor: moneyMinor('total_minor'),
    options: jsonb('options').$type<readonly LineOption[]>().notNull(),
    source: text('source', { enum: orderLineSources }).notNull(),
    confidence: doublePrecision('confidence'),
    /** Evidence; empty for a line made by hand. */
    spans: jsonb('spans').$type<readonly LineSpan[]>().notNull(),
    /** What the line may mean while it is unmatched or in doubt, best first; products of this tenant only. */
    candidates: jsonb('candidates').$type<readonly LineCandidate[]>().notNull(),
    /** The amount as the customer said it; null when it was in the unit in which the product is sold. */
    convertedFrom: jsonb('converted_from').$type<SaidAmount>(),
    /** What people taught that named the product; null when the catalogue's own words did, or a person chose it. */
    learnedAliasId: idText('learned_alias_id'),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.orderId, orders, 'cascade'),
    tenantReference(table, table.productId, products),
    tenantReference(table, table.learnedAliasId, learnedAliases),
    oneOf(table.source, orderLineSources),
    unique('order_lines_position_key').on(table.tenantId, table.orderId, table.position),
    index('order_lines_product_idx').on(table.tenantId, table.productId),
    check('order_lines_quantity_check', sql`${table.quantity} > 0`),
    check('order_lines_price_check', sql`${table.unitPriceMinor} >= 0`),
    check(
      'order_lines_total_check',
      sql`${table.totalMinor} is not distinct from round(${table.quantity} * ${table.unitPriceMinor})`,
    ),
    check('order_lines_evidence_check', sql`${table.source} <> 'AI' or jsonb_array_length(${table.spans}) > 0`),
    ...tenantPolicies(),
  ],
)

/** The variants of a line, at most one per axis, named as they were when it was ordered. */
export const orderLineVariants = pgTable(
  'order_line_variants',
  {
    tenantId: tenantId(),
    lineId: idText('line_id').notNull(),
    axis: text('axis').notNull(),
    value: text('value').notNull(),
    variantId: idText('variant_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.lineId, table.axis] }),
    tenantReference(table, table.lineId, orderLines, 'cascade'),
    tenantReference(table, table.variantId, productVariants),
    index('order_line_variants_variant_idx').on(table.tenantId, table.variantId),
    ...tenantPolicies(),
  ],
)

/**
 * Which order a message went into. A message goes into one order once: that makes a job that runs twice change
 * nothing the second time.
 */
export const orderMessages = pgTable(
  'order_messages',
  {
    tenantId: tenantId(),
    messageId: idText('message_id').notNull(),
    orderId: idText('order_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.messageId] }),
    tenantReference(table, table.messageId, messages, 'cascade'),
    tenantReference(table, table.orderId, orders, 'cascade'),
    index('order_messages_order_idx').on(table.tenantId, table.orderId),
    ...tenantPolicies(),
  ],
)

export const orderChangeKinds = ['CHANGE', 'CANCEL'] as const
export type OrderChangeKind = (typeof orderChangeKinds)[number]

export const orderChangeStates = ['OPEN', 'ACCEPTED', 'REJECTED'] as const

/** A line as it would be; money as text, because JSON knows no bigint. */
export interface ProposedLine {
  readonly id: string
  /** The line of the order that it would replace; null for a new one. */
  readonly lineId: string | null
  readonly productId: string | null
  readonly sku: string | null
  readonly name: string
  readonly unit: string | null
  readonly quantity: string
  readonly currency: string
  readonly unitPriceMinor: string | null
  readonly totalMinor: string | null
  readonly options: readonly LineOption[]
  readonly source: OrderLineSource
  readonly confidence: number | null
  readonly spans: readonly LineSpan[]
  readonly candidates: readonly LineCandidate[]
  readonly variants: readonly { readonly variantId: string; readonly axis: string; readonly value: string }[]
  readonly learnedAliasId: string | null
  readonly convertedFrom: SaidAmount | null
}

/** What a customer wants changed of an order that is confirmed already, until a person decides. */
export const orderChangeProposals = pgTable(
  'order_change_proposals',
  {
    tenantId: tenantId(),
    id: id(),
    orderId: idText('order_id').notNull(),
    /** The order's version that it was read against; the only one on which it can be carried out. */
    orderVersion: integer('order_version').notNull(),
    kind: text('kind', { enum: orderChangeKinds }).notNull(),
    state: text('state', { enum: orderChangeStates }).notNull(),
    lines: jsonb('lines').$type<readonly ProposedLine[]>().notNull(),
    reviewReasons: jsonb('review_reasons').$type<readonly ReviewReason[]>().notNull(),
    /** Evidence: what the customer wrote. */
    words: jsonb('words').$type<readonly LineSpan[]>().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    decidedAt: time('decided_at'),
    decidedByKind: text('decided_by_kind', { enum: actorKinds }),
    decidedById: idText('decided_by_id'),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.orderId, orders, 'cascade'),
    oneOf(table.kind, orderChangeKinds),
    oneOf(table.state, orderChangeStates),
    oneOf(table.decidedByKind, actorKinds),
    index('order_change_proposals_state_idx').on(table.tenantId, table.state, table.createdAt, table.id),
    index('order_change_proposals_order_idx').on(table.tenantId, table.orderId, table.createdAt, table.id),
    check(
      'order_change_proposals_decided_check',
      sql`num_nonnulls(${table.decidedAt}, ${table.decidedByKind}, ${table.decidedById})
        = case ${table.state} when 'OPEN' then 0 else 3 end`,
    ),
    ...tenantPolicies(),
  ],
)

/** The last order number given, one row a tenant. */
export const orderCounters = pgTable(
  'order_counters',
  {
    tenantId: tenantId(),
    lastNumber: integer('last_number').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId] }), ownedByTenant(table, tenants), ...tenantPolicies()],
)

export type OrderRow = typeof orders.$inferSelect
export type OrderLineRow = typeof orderLines.$inferSelect
export type OrderChangeProposalRow = typeof orderChangeProposals.$inferSelect
