import type { Catalog } from './catalog.ts'
import type { DraftItem } from './draft.ts'
import type { ReviewReason } from './types.ts'

/** The most a line may be trusted when a person has to look at it. */
const doubts: Partial<Record<ReviewReason['code'], number>> = {
  UNKNOWN_PRODUCT: 0.3,
  AMBIGUOUS_PRODUCT: 0.55,
  AMBIGUOUS_QUANTITY: 0.6,
  AMBIGUOUS_UNIT: 0.75,
  AMBIGUOUS_VARIANT: 0.75,
}

/**
 * 0..1: the chance that product, quantity and variants of a line are right. The steps are shares of right lines measured on the
 * bench's messages: a full name 0.98, a part of a name that no other product shares 0.93 when it is counted, other parts 0.6 to 0.9.
 */
export function lineConfidence(
  catalog: Catalog,
  item: DraftItem,
  reasons: readonly { code: ReviewReason['code'] }[],
): number {
  const best = item.products[0]
  if (!best) return 0.3
  let confidence = 0.35 + 0.5 * best.score
  if (best.isFull) confidence = 0.8 + 0.18 * best.score
  else if (best.hasHead && best.score > 0.5 && isUnmistakable(catalog, item))
    confidence = item.quantityKind === null ? 0.8 : 0.9
  if (item.isImplied) confidence *= 0.8
  if (item.isUnsure) confidence *= 0.7
  if (item.isChanged) confidence *= 0.97
  for (const { code } of reasons) confidence = Math.min(confidence, doubts[code] ?? 1)
  return Number(Math.max(0, Math.min(1, confidence)).toFixed(3))
}

/** The words belong to one product and to nothing else. */
const isUnmistakable = (catalog: Catalog, item: DraftItem): boolean =>
  item.words.some((word) => catalog.productCount[word] === 1)
