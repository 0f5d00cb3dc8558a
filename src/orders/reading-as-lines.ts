import { and, asc, eq, inArray } from 'drizzle-orm'
import { unitPriceMinor, type PricedProduct } from '../catalog/index.ts'
import type { OrderExample } from '../platform/ai/model.ts'
import type { ReadLine } from '../platform/ai/offline/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { lineTotalMinor, roundQuantity } from './lines/amounts.ts'
import { linesFromReading } from './lines/lines-from-reading.ts'
import { orderLines, orderLineVariants } from './tables.ts'

type Lines = OrderExample['lines']

/**
 * The lines that an order made of a reading would have, in the form of an example: units converted, unknown ids gone. A line without a
 * product has '' for one.
 */
export function readingAsLines(
  read: readonly ReadLine[],
  products: ReadonlyMap<string, PricedProduct>,
  currency: string,
): Lines {
  return linesFromReading(read, [], products, [], currency).lines.map((line) => ({
    productId: line.productId ?? '',
    variantIds: line.variants.map(({ variantId }) => variantId),
    quantity: line.quantity,
    unit: line.unit,
    quote: line.spans.map(({ text }) => text).join(' … '),
  }))
}

/** What such lines cost at the prices of now, in minor units; what has no price costs nothing. */
export function orderTotal(lines: Lines, products: ReadonlyMap<string, PricedProduct>): bigint {
  return lines.reduce((sum, { productId, variantIds, quantity }) => {
    const product = products.get(productId)
    const chosen = product?.variants.filter(({ id }) => variantIds.includes(id)) ?? []
    const price = product === undefined ? null : unitPriceMinor(product, chosen)
    const amount = roundQuantity(quantity)
    return price === null || amount === null ? sum : sum + (lineTotalMinor(amount, price) ?? 0n)
  }, 0n)
}

/** The lines that orders have now, in the form of an example, by order. */
export async function finalLines(ctx: Ctx, tx: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, Lines>> {
  if (orderIds.length === 0) return new Map()
  const rows = await tx
    .select({
      orderId: orderLines.orderId,
      lineId: orderLines.id,
      productId: orderLines.productId,
      quantity: orderLines.quantity,
      unit: orderLines.unit,
      variantId: orderLineVariants.variantId,
    })
    .from(orderLines)
    .leftJoin(
      orderLineVariants,
      and(eq(orderLineVariants.tenantId, orderLines.tenantId), eq(orderLineVariants.lineId, orderLines.id)),
    )
    .where(and(eq(orderLines.tenantId, ctx.tenantId), inArray(orderLines.orderId, [...orderIds])))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))
  const lines = Map.groupBy(rows, ({ lineId }) => lineId)
  const whole = [...lines.values()].flatMap(([line, ...more]) => {
    if (line === undefined) return []
    const variantIds = [line, ...more].flatMap(({ variantId }) => variantId ?? [])
    const { orderId, productId, quantity, unit } = line
    return [{ orderId, line: { productId: productId ?? '', variantIds, quantity, unit, quote: '' } }]
  })
  return new Map([...Map.groupBy(whole, ({ orderId }) => orderId)].map(([id, of]) => [id, of.map(({ line }) => line)]))
}
