import { unitPriceMinor, type PricedProduct, type PricedVariant } from '../../catalog/index.ts'
import { lineTotalMinor } from './amounts.ts'
import type { LineRecord, LineVariant } from './line-record.ts'

/** What a line keeps of the catalogue as it was when it was ordered. */
export type LineSnapshot = Pick<
  LineRecord,
  'productId' | 'sku' | 'name' | 'unit' | 'unitPriceMinor' | 'totalMinor' | 'variants'
>

/**
 * Takes name, SKU, unit and price from the catalogue. A price in another currency than the order's is none. Null when
 * the total would be beyond anything a line may cost.
 */
export function snapshotOf(
  product: PricedProduct,
  variants: readonly PricedVariant[],
  wanted: { readonly quantity: string; readonly unit: string | null; readonly currency: string },
): LineSnapshot | null {
  const price = product.currency === wanted.currency ? unitPriceMinor(product, variants) : null
  const total = price === null ? null : lineTotalMinor(wanted.quantity, price)
  if (price !== null && total === null) return null
  return {
    productId: product.id,
    sku: variants.find((variant) => variant.sku !== null)?.sku ?? product.sku,
    name: product.name,
    unit: wanted.unit ?? product.unit,
    unitPriceMinor: price,
    totalMinor: total,
    variants: variants.map(({ id, axis, value }) => ({ variantId: id, axis, value })),
  }
}

/** The snapshot that a kept line has, at another quantity; null as above. */
export function keptSnapshot(kept: LineRecord, quantity: string, unit: string | null): LineSnapshot | null {
  const { productId, sku, name, unitPriceMinor: price, variants } = kept
  const total = price === null ? null : lineTotalMinor(quantity, price)
  if (price !== null && total === null) return null
  return { productId, sku, name, unit, unitPriceMinor: price, totalMinor: total, variants }
}

/**
 * Whether a kept line keeps its price: always when it has one; else only while there is no product on sale to take one
 * from.
 */
export function keepsPrice(kept: LineRecord, product: PricedProduct | undefined): boolean {
  return kept.unitPriceMinor !== null || product?.isActive !== true
}

/** Whether these are the very variants, in any order. */
export function sameVariants(variants: readonly LineVariant[], ids: readonly string[]): boolean {
  const have = new Set(variants.map(({ variantId }) => variantId))
  return have.size === new Set(ids).size && ids.every((id) => have.has(id))
}

/** The variants of the product with these ids, or why they cannot be taken together. */
export function chooseVariants(
  product: PricedProduct,
  ids: readonly string[],
): {
  readonly variants: readonly PricedVariant[]
  readonly unknown: readonly number[]
  readonly repeated: readonly number[]
} {
  const variants: PricedVariant[] = []
  const unknown: number[] = []
  const repeated: number[] = []
  ids.forEach((id, index) => {
    const variant = product.variants.find((candidate) => candidate.id === id)
    if (variant === undefined) unknown.push(index)
    else if (variants.some(({ axis }) => axis === variant.axis)) repeated.push(index)
    else variants.push(variant)
  })
  return { variants, unknown, repeated }
}
