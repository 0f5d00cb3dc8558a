import { and, asc, eq } from 'drizzle-orm'
import { learnExample, learnWords, type CorrectedLine } from '../assistant/index.ts'
import { messages } from '../conversations/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { tenantSettings } from '../tenancy/index.ts'
import { readLines, type LineRecord } from './lines/line-record.ts'
import { sameVariants } from './lines/snapshot.ts'
import { orderMessages, type OrderRow } from './tables.ts'

/** A person changed what the assistant had read: what the customer's words mean, and an example of it. */
export async function learnFromEdit(
  ctx: Ctx,
  tx: Tx,
  order: OrderRow,
  before: readonly LineRecord[],
  after: readonly LineRecord[],
): Promise<void> {
  if (order.source !== 'CONVERSATION') return
  const { aiConfidenceThreshold } = await tenantSettings(tx, ctx.tenantId)
  const { id: orderId, customerId } = order
  await learnWords(ctx, tx, { customerId, orderId, lines: correctedLines(before, after, aiConfidenceThreshold) })
  await learnExample(ctx, tx, { ...(await exampleOf(ctx, tx, order, after)), source: 'CORRECTED' })
}

/** A person found an order in review right: an example of what the customer's words mean. */
export async function learnFromApproval(ctx: Ctx, tx: Tx, order: OrderRow): Promise<void> {
  if (order.source !== 'CONVERSATION' || order.status !== 'REVIEW') return
  const lines = await readLines(tx, ctx.tenantId, order.id)
  await learnExample(ctx, tx, { ...(await exampleOf(ctx, tx, order, lines)), source: 'APPROVED' })
}

function correctedLines(
  before: readonly LineRecord[],
  after: readonly LineRecord[],
  threshold: number,
): CorrectedLine[] {
  return after.flatMap((line) => {
    const read = before.find(({ id }) => id === line.id)
    if (read === undefined || line.productId === null) return []
    const variantIds = line.variants.map(({ variantId }) => variantId)
    if (read.productId === line.productId && sameVariants(read.variants, variantIds)) return []
    const isClear = read.productId !== null && read.candidates.length === 0 && (read.confidence ?? 1) >= threshold
    const wasSure = isClear && read.learnedAliasId === null
    return [
      {
        pieces: line.spans.map(({ text }) => text),
        productName: line.name,
        productId: line.productId,
        variantIds,
        wasSure,
      },
    ]
  })
}

async function exampleOf(ctx: Ctx, tx: Tx, order: OrderRow, lines: readonly LineRecord[]) {
  const said = await tx
    .select({ text: messages.text })
    .from(orderMessages)
    .innerJoin(messages, and(eq(messages.tenantId, orderMessages.tenantId), eq(messages.id, orderMessages.messageId)))
    .where(and(eq(orderMessages.tenantId, ctx.tenantId), eq(orderMessages.orderId, order.id)))
    .orderBy(asc(messages.seq))
  return {
    customerId: order.customerId,
    orderId: order.id,
    text: said.flatMap(({ text }) => text ?? []).join('\n'),
    lines: lines.flatMap(({ productId, variants, quantity, unit, spans }) =>
      productId === null
        ? []
        : [
            {
              productId,
              variantIds: variants.map(({ variantId }) => variantId),
              quantity,
              unit,
              quote: spans.map(({ text }) => text).join(' … '),
            },
          ],
    ),
  }
}
