import type { MessageRow } from '../../conversations/index.ts'
import type { CatalogProduct } from '../../platform/ai/offline/index.ts'
import type { CartContent } from '../../platform/channels/index.ts'
import type { DraftLine } from '../lines/lines-from-reading.ts'

/**
 * The lines of catalogue carts among the messages. A cart names products by the shop's own codes, so nothing is
 * guessed; its prices are the sender's claim and are not looked at.
 */
export function linesFromCart(messages: readonly MessageRow[], products: readonly CatalogProduct[]): DraftLine[] {
  const bySku = new Map(products.map((product) => [product.sku, product]))
  return messages.flatMap(({ kind, content }) => {
    if (kind !== 'ORDER') return []
    // The kind says which content it is; see `TypedContent`.
    const { items } = content as CartContent
    return items.map(({ retailerId, quantity }) => ({
      cartCode: retailerId,
      productId: bySku.get(retailerId)?.id ?? null,
      variantIds: [],
      quantity,
      unit: null,
      options: [],
      confidence: 1,
      spans: [],
      candidates: [],
    }))
  })
}
