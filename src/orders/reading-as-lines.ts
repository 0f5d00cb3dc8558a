import { unitPriceMinor, type PricedProduct } from '../catalog/index.ts'
import type { OrderExample } from '../platform/ai/model.ts'
import type { ReadLine } from '../platform/ai/offline/index.ts'
import { lineTotalMinor, roundQuantity } from './amounts.ts'
import { linesFromReading } from './lines-from-reading.ts'

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
