import { decide } from '../assistant/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { literals } from '../platform/db/columns.ts'
import { selectRows } from '../platform/db/rows.ts'
import { send } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { notFound, versionConflict } from '../platform/refusals.ts'
import type { Refused } from '../platform/results.ts'
import { refused } from '../platform/results.ts'
import { confidenceThreshold, tenantSettings } from '../tenancy/index.ts'
import { isSample } from './calibration.ts'
import { activeClaim, changeOrderBy, lockOrder, readOrder, stepTo } from './change-order.ts'
import { orderOfMessages, productsOf, recordMessages, replayed, type Draft, type DraftedOrder } from './draft.ts'
import { readLines, lineStatement, replaceLines, summaryOf, type LineRecord } from './lines/line-record.ts'
import { linesFromReading } from './lines/lines-from-reading.ts'
import { findDuplicate } from './duplicate.ts'
import { recentOrders } from './past-orders.ts'
import { notEditable } from './refusals.ts'
import { orders, type OrderRow } from './tables.ts'
import { editableStatuses, isEditable } from './transitions.ts'

export interface OpenOrder {
  readonly order: OrderRow
  readonly lines: readonly LineRecord[]
}

/**
 * The newest order of a conversation that later messages may still change, with its lines, which are never older than its
 * version; null when there is none.
 */
export async function findOpenOrder(tx: Tx, tenantId: string, conversationId: string): Promise<OpenOrder | null> {
  const key = { tenantId, conversationId }
  const [[order], found] = await together([send(tx, openOrder.with(key)), send(tx, openLines.with(key))])
  if (order === undefined) return null
  // Another one, even one without lines, may have been opened between the two.
  const isMeant = found.length > 0 && found.every(({ orderId }) => orderId === order.id)
  return { order, lines: isMeant ? found.map(({ line }) => line) : await readLines(tx, tenantId, order.id) }
}

const whichOpen = `where tenant_id = $tenantId and conversation_id = $conversationId
  and status in (${literals(editableStatuses)})
  order by created_at desc, id desc limit 1`

const openOrder = selectRows<{ tenantId: string; conversationId: string }, typeof orders>(
  orders,
  'findOpenOrder',
  whichOpen,
)

const openLines = lineStatement<{ tenantId: string; conversationId: string }>(`(select id from orders ${whichOpen})`)

/** An order with its lines, never older than its version, to be read against; null when it is not there. */
export async function loadOrder(tx: Tx, tenantId: string, id: string): Promise<OpenOrder | null> {
  const [order, lines] = await together([readOrder(tx, tenantId, id), readLines(tx, tenantId, id)])
  return order === null ? null : { order, lines }
}

export interface AmendOrder extends Draft {
  /** As the order was when the messages were read; read them again when it has another version by now. */
  readonly open: OpenOrder
}

/**
 * Gives an open order the lines of a new reading: «and 2 milks», «make it three». A line with `lineId` keeps its id,
 * its evidence and, while product and variants stay, its price. Then it is decided anew, unless a person is at it (holds
 * the claim, or has written a line): what a person began, a person ends. Run again for the same messages it changes
 * nothing.
 *
 * The caller acts as the assistant. May refuse with NotFound, VersionConflict, OrderNotEditable.
 */
export async function amendOrder(
  ctx: Ctx,
  tx: Tx,
  input: AmendOrder,
): Promise<({ readonly ok: true } & DraftedOrder) | Refused> {
  const { order: known, lines: current } = input.open
  const [earlier, order, settings, products, recent] = await together([
    orderOfMessages(tx, ctx.tenantId, input.sourceMessageIds),
    lockOrder(tx, ctx.tenantId, known.id),
    tenantSettings(tx, ctx.tenantId),
    productsOf(ctx, tx, input),
    recentOrders(ctx, tx, known.customerId),
  ])
  if (earlier !== null) return { ok: true, ...(await replayed(tx, earlier)) }
  if (order === null) return refused(notFound(['orderId']))
  // Whoever changes lines raises the version: those that were read are those of now.
  if (order.version !== known.version) return refused(versionConflict(order.version))
  if (!isEditable(order.status)) return refused(notEditable(order))
  const read = linesFromReading(input.lines, input.reasons, products, current, order.currency)
  const others = recent.filter(({ id }) => id !== order.id)
  const duplicate = findDuplicate(others, read.lines, input, current)
  const decision = decide({
    ...read,
    reasons: [...read.reasons, ...duplicate.reasons],
    confidence: input.confidence,
    threshold: confidenceThreshold(settings),
    autoConfirm: settings.autoConfirm && input.mayConfirm !== false,
    isSample: isSample(input.sourceMessageIds, settings.aiSampleRate),
  })
  const { confidence, aiResponseId } = input
  const { reasons: reviewReasons, clearConfidence } = decision
  const duplicateOf = duplicate.orderId === null ? {} : { duplicateOfOrderId: duplicate.orderId }
  const edit = { ...summaryOf(read.lines), confidence, aiResponseId, reviewReasons, clearConfidence, ...duplicateOf }
  const isWithPerson = activeClaim(ctx, order) !== null || current.some((line) => line.source === 'HUMAN')
  const stays = decision.to === order.status || (decision.to === 'CONFIRMED' && isWithPerson)
  const asReview = decision.to === 'REVIEW' ? { requiresReview: true } : {}
  const move = stays ? null : stepTo(ctx, { ...order, ...edit }, decision.to, asReview)
  if (move === null && !stays) throw new Error(`An order that is ${order.status} cannot become ${decision.to}.`)
  const [, , changed] = await together([
    replaceLines(ctx, tx, order, read.lines),
    recordMessages(ctx, tx, order.id, input.sourceMessageIds),
    changeOrderBy(ctx, tx, order, [
      { change: edit, event: { type: 'order.edited' } },
      ...(move === null ? [] : [move]),
    ]),
  ])
  return { ok: true, order: changed, lines: read.lines, isReplay: false }
}
