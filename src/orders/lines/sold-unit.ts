import type { PricedProduct } from '../../catalog/index.ts'
import { canonicalUnit, measureFactor } from '../../platform/ai/offline/index.ts'
import { multiplyQuantity } from './amounts.ts'
import type { SaidAmount } from '../tables.ts'

/** An amount in the unit by which the product is sold. */
export interface SoldAmount {
  readonly quantity: string
  /** In the catalogue's words; the customer's where the catalogue says nothing. */
  readonly unit: string | null
  /** The amount as the customer said it; null when it was in this unit already. */
  readonly convertedFrom: SaidAmount | null
}

/**
 * Turns an amount into the unit by which the product is sold: by the product's own table («1 caja = 12»), else by what
 * holds for every product (grams and kilograms). Null when neither knows how: then somebody must be asked. A price is
 * of one sold unit, so an amount in another one must never meet it.
 */
export function inSoldUnit(
  quantity: string,
  unit: string | null,
  product: PricedProduct | undefined,
): SoldAmount | null {
  const own = product?.unit ?? null
  if (product === undefined || unit === null) return { quantity, unit, convertedFrom: null }
  const said = canonicalUnit(unit)
  if (own !== null && canonicalUnit(own) === said) return { quantity, unit: own, convertedFrom: null }
  const pack = product.packs.find((known) => canonicalUnit(known.unit) === said)
  const factor = pack?.quantity ?? (own === null ? null : measureFactor(said, canonicalUnit(own)))
  if (factor === null && own === null) return { quantity, unit, convertedFrom: null }
  const converted = factor === null ? null : multiplyQuantity(quantity, factor)
  return converted === null
    ? null
    : { quantity: converted, unit: own, convertedFrom: { quantity, unit: pack?.unit ?? unit } }
}
