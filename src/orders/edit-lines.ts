import type { ReviewReason } from '../assistant/index.ts'
import { pricedProducts } from '../catalog/index.ts'
import type * as gql from '../generated/schema.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { changeOrder, commandOrder, type OrderCommand } from './change-order.ts'
import { learnFromEdit } from './learn-from-review.ts'
import { readLines, replaceLines, summaryOf, type LineRecord } from './lines/line-record.ts'
import { linesFromInput, productIdsOf } from './lines/lines-from-input.ts'
import { notEditable, refusedFor, type OrderResult } from './refusals.ts'
import { isEditable } from './transitions.ts'

export interface EditLines extends OrderCommand {
  /** All lines that the order is to have. */
  readonly lines: readonly gql.OrderLineInput[]
}

/** Replaces the lines of an order that is not confirmed yet. */
export async function editLines(ctx: Ctx, command: EditLines): Promise<OrderResult> {
  authorise(ctx.actor, 'orders:write')
  return commandOrder(ctx, command, async (tx, order) => {
    if (!isEditable(order.status)) return refusedFor(order, notEditable(order))
    const current = await readLines(tx, ctx.tenantId, order.id)
    const products = await pricedProducts(tx, ctx.tenantId, productIdsOf(command.lines, current))
    const parsed = linesFromInput(command.lines, products, current, order.currency, ['lines'])
    if (!parsed.ok) return refusedFor(order, ...parsed.errors)
    await replaceLines(ctx, tx, order, parsed.lines)
    const reviewReasons = remainingReasons(order.reviewReasons, current, parsed.lines)
    const correctedAt = order.correctedAt ?? (isCorrected(current, parsed.lines) ? ctx.clock.now() : null)
    const change = { ...summaryOf(parsed.lines), reviewReasons, correctedAt }
    await changeOrder(ctx, tx, order, change, { type: 'order.edited' })
    await learnFromEdit(ctx, tx, order, current, parsed.lines)
    return { ok: true, orderId: order.id }
  })
}

/** Whether a person changed, added or took away any line; one that was left alone is the very same. */
function isCorrected(before: readonly LineRecord[], after: readonly LineRecord[]): boolean {
  const isKept = (line: LineRecord) => after.some((other) => other.id === line.id && other.source === line.source)
  return before.length !== after.length || !before.every(isKept)
}

/** A doubt about a line goes with it: gone when a person changed or removed the line, moved when it only moved. */
function remainingReasons(
  reasons: readonly ReviewReason[],
  before: readonly LineRecord[],
  after: readonly LineRecord[],
): ReviewReason[] {
  return reasons.flatMap((reason) => {
    if (reason.linePosition === null) return [reason]
    const doubted = before[reason.linePosition]
    const position = after.findIndex((line) => line.id === doubted?.id)
    const isUntouched = position >= 0 && after[position]?.source !== 'HUMAN'
    return isUntouched ? [{ ...reason, linePosition: position }] : []
  })
}
