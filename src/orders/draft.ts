import { decide, type ReviewReason } from '../assistant/index.ts'
import { pricedProducts, type PricedProduct } from '../catalog/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { insertedRow, selectRows } from '../platform/db/rows.ts'
import { send, statement } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { appendEvents } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { confidenceThreshold, tenantSettings } from '../tenancy/index.ts'
import { eventOfMove, eventOn, moveTo } from './change-order.ts'
import { isSample } from './calibration.ts'
import { insertLines, readLines, summaryOf, type LineRecord } from './lines/line-record.ts'
import { linesFromReading, type DraftLine } from './lines/lines-from-reading.ts'
import { nextOrderNumber } from './number.ts'
import { findDuplicate } from './duplicate.ts'
import { recentOrders } from './past-orders.ts'
import { orders, type OrderRow } from './tables.ts'

/** What the assistant read out of messages of one conversation. */
export interface Draft {
  readonly lines: readonly DraftLine[]
  /** How sure the model is of the whole, 0 to 1. */
  readonly confidence: number
  /** The model's doubts and what went wrong with it; `linePosition` points into `lines`. */
  readonly reasons: readonly ReviewReason[]
  /** The logged answer that this is. */
  readonly aiResponseId: string | null
  /** The messages that were read. Each goes into one order once. */
  readonly sourceMessageIds: readonly string[]
  /** The earlier order that the customer meant. Default: null, they meant none. */
  readonly repeatsOrderId?: string | null
  /** The customer says that they want the same once more: then the same list twice is no slip. Default: false. */
  readonly isAgain?: boolean
  /** Whether it may be confirmed without a person, as far as the assistant's own rules go. Default: true. */
  readonly mayConfirm?: boolean
}

export interface DraftOrder extends Draft {
  readonly customerId: string
  readonly conversationId: string
}

export interface DraftedOrder {
  readonly order: OrderRow
  readonly lines: readonly LineRecord[]
  /** True when these messages went into this order before: nothing was changed. */
  readonly isReplay: boolean
}

/**
 * Writes an order that was read from messages, priced from the catalogue, and decides at once: confirmed by itself, or
 * put into review with its reasons. Runs in the caller's transaction, so that what else came of the messages is written
 * with it. Run again for the same messages it gives the same order and changes nothing.
 *
 * The caller acts as the assistant.
 */
export async function draftOrder(ctx: Ctx, tx: Tx, input: DraftOrder): Promise<DraftedOrder> {
  const [earlier, settings, products] = await together([
    orderOfMessages(tx, ctx.tenantId, input.sourceMessageIds),
    tenantSettings(tx, ctx.tenantId),
    productsOf(ctx, tx, input),
  ])
  if (earlier !== null) return replayed(tx, earlier)
  const read = linesFromReading(input.lines, input.reasons, products, [], settings.currency)
  // Behind the number, for which drafts of one tenant wait: of two at once, the second sees the first.
  const [number, recent] = await together([nextOrderNumber(tx, ctx.tenantId), recentOrders(ctx, tx, input.customerId)])
  const duplicate = findDuplicate(recent, read.lines, input)
  const decision = decide({
    ...read,
    reasons: [...read.reasons, ...duplicate.reasons],
    confidence: input.confidence,
    threshold: confidenceThreshold(settings),
    autoConfirm: settings.autoConfirm && input.mayConfirm !== false,
    isSample: isSample(input.sourceMessageIds, settings.aiSampleRate),
  })
  const values = {
    ...summaryOf(read.lines),
    number,
    source: 'CONVERSATION',
    customerId: input.customerId,
    conversationId: input.conversationId,
    currency: settings.currency,
    confidence: input.confidence,
    aiResponseId: input.aiResponseId,
    reviewReasons: decision.reasons,
    clearConfidence: decision.clearConfidence,
    requiresReview: decision.to === 'REVIEW',
    repeatsOrderId: input.repeatsOrderId ?? null,
    duplicateOfOrderId: duplicate.orderId,
  } as const
  const id = newId('order')
  const [order] = await together([
    insertOrder(ctx, tx, { ...values, id }, decision.to),
    insertLines(ctx, tx, { id, currency: settings.currency }, read.lines),
    recordMessages(ctx, tx, id, input.sourceMessageIds),
  ])
  return { order, lines: read.lines, isReplay: false }
}

/** An order that these messages went into before. */
export async function replayed(tx: Tx, order: OrderRow): Promise<DraftedOrder> {
  return { order, lines: await readLines(tx, order.tenantId, order.id), isReplay: true }
}

/** The products that the lines may be about, with their prices of now. */
export async function productsOf(
  ctx: Ctx,
  tx: Tx,
  { lines }: Pick<Draft, 'lines'>,
): Promise<Map<string, PricedProduct>> {
  const ids = lines.flatMap((line) => [
    ...(line.productId === null ? [] : [line.productId]),
    ...line.candidates.map(({ productId }) => productId),
  ])
  return pricedProducts(tx, ctx.tenantId, ids)
}

type NewOrder = Pick<
  OrderRow,
  'number' | 'source' | 'customerId' | 'conversationId' | 'currency' | 'totalMinor' | 'isComplete'
> &
  Partial<
    Pick<
      OrderRow,
      | 'id'
      | 'confidence'
      | 'clearConfidence'
      | 'aiResponseId'
      | 'note'
      | 'externalId'
      | 'reviewReasons'
      | 'requiresReview'
      | 'repeatsOrderId'
      | 'duplicateOfOrderId'
    >
  >

/**
 * A new order: a draft, and when `to` is given moved on at once, as the table of transitions has it.
 * Both steps are announced and counted in the version, but written together. Its lines follow in the same transaction.
 */
export async function insertOrder(
  ctx: Ctx,
  tx: Tx,
  values: NewOrder,
  to: 'CONFIRMED' | 'REVIEW' | null = null,
): Promise<OrderRow> {
  const now = ctx.clock.now()
  const draft = {
    reviewReasons: [],
    id: newId('order'),
    ...values,
    tenantId: ctx.tenantId,
    status: 'DRAFT',
    version: 1,
    createdByKind: ctx.actor.kind,
    createdById: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  } as const
  const move = to === null ? {} : moveTo(ctx, draft, to)
  if (move === null) throw new Error(`A new order cannot become ${to}.`)
  const written = { ...draft, ...move, version: to === null ? 1 : 2 }
  const drafted = eventOn(draft, 'order.drafted')
  const moved = to === null ? [] : [eventOn(written, eventOfMove(to), { from: 'DRAFT' })]
  const [order] = await together([
    send(tx, insertedRow(orders, 'insertOrder', written)),
    appendEvents(tx, ctx, [drafted, ...moved]),
  ])
  return order
}

/** The order that any of these messages went into; null when none did. */
export async function orderOfMessages(
  tx: Tx,
  tenantId: string,
  messageIds: readonly string[],
): Promise<OrderRow | null> {
  if (messageIds.length === 0) return null
  const [order] = await send(tx, orderWithMessages.with({ tenantId, messageIds }))
  return order ?? null
}

const orderWithMessages = selectRows<{ tenantId: string; messageIds: readonly string[] }, typeof orders>(
  orders,
  'orderOfMessages',
  `where tenant_id = $tenantId and id = (
    select order_id from order_messages where tenant_id = $tenantId and message_id = any($messageIds) limit 1
  )`,
)

/** A message that already went into an order violates the key and rolls the second one back. */
export async function recordMessages(ctx: Ctx, tx: Tx, orderId: string, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  const ids = [...new Set(messageIds)]
  await send(tx, newMessages.with({ tenantId: ctx.tenantId, orderId, messageIds: ids, createdAt: ctx.clock.now() }))
}

const newMessages = statement<{ tenantId: string; orderId: string; messageIds: readonly string[]; createdAt: Date }>(
  `/* recordMessages */
  insert into order_messages (tenant_id, message_id, order_id, created_at)
  select $tenantId, message_id, $orderId, $createdAt from unnest($messageIds::text[]) as message_id`,
)
