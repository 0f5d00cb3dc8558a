import type { Tx } from '../platform/db/database.ts'
import { send, statement } from '../platform/db/statement.ts'
import { isId } from '../platform/ids.ts'
import type { ProductPack } from './tables.ts'

/** What an order line is written from. Prices are never taken from anywhere else. */
export interface PricedProduct {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly unit: string | null
  /** In which other units it is ordered, and how many of `unit` each of them is. */
  readonly packs: readonly ProductPack[]
  readonly currency: string
  /** Of one unit; null while none is known. */
  readonly priceMinor: bigint | null
  readonly isActive: boolean
  /** On sale, by axis. */
  readonly variants: readonly PricedVariant[]
}

export interface PricedVariant {
  readonly id: string
  readonly axis: string
  readonly value: string
  readonly sku: string | null
  /** Null: the product's price. */
  readonly priceMinor: bigint | null
}

/** The products with these ids, archived ones too, in one statement; an id of another tenant is simply not there. */
export async function pricedProducts(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, PricedProduct>> {
  const wanted = [...new Set(ids)].filter((id) => isId('product', id))
  if (wanted.length === 0) return new Map()
  const rows = await send(tx, productsWithPrices.with({ tenantId, ids: wanted }))
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}

const productsWithPrices = statement<{ tenantId: string; ids: readonly string[] }, PricedProductRow>(
  `/* pricedProducts */
    select p.id, p.sku, p.name, p.unit, p.packs, p.currency, p.price_minor::text as price, p.is_active as "isActive",
      coalesce((
        select json_agg(json_build_object('id', v.id, 'axis', v.axis, 'value', v.value, 'sku', v.sku,
          'price', v.price_minor::text) order by v.axis, v.id)
        from product_variants v
        where v.tenant_id = p.tenant_id and v.product_id = p.id and v.is_active
      ), '[]') as variants
    from products p
    where p.tenant_id = $tenantId and p.id = any($ids)`,
)

/**
 * The price of one unit of a product in these variants: the highest of the variants' own prices, else the product's.
 * (Highest, so that an unforeseen pair of priced variants is never sold below one of its prices.)
 */
export function unitPriceMinor(product: PricedProduct, variants: readonly PricedVariant[]): bigint | null {
  const own = variants.flatMap(({ priceMinor }) => (priceMinor === null ? [] : [priceMinor]))
  return own.length === 0 ? product.priceMinor : own.reduce((highest, price) => (price > highest ? price : highest))
}

interface PricedProductRow {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly unit: string | null
  readonly packs: readonly ProductPack[]
  readonly currency: string
  readonly price: string | null
  readonly isActive: boolean
  readonly variants: readonly { id: string; axis: string; value: string; sku: string | null; price: string | null }[]
}

function fromRow({ price, variants, ...row }: PricedProductRow): PricedProduct {
  return {
    ...row,
    priceMinor: price === null ? null : BigInt(price),
    variants: variants.map(({ price: own, ...variant }) => ({
      ...variant,
      priceMinor: own === null ? null : BigInt(own),
    })),
  }
}
